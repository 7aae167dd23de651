"""After each meeting of a set that takes turns: has something slipped twice?

What the set voted stays what it voted. Within that, the facilitator comes one step
nearer by itself, and any member may undo it; further than that leads only the set's
own vote, which is then asked by itself.
"""

from datetime import datetime

from django.db import transaction

from askwell.facilitation.readiness import SLIPS, Part, slipped
from askwell.facilitation.steps import back_from, step_named
from askwell.web.handing import rules
from askwell.web.handing.models import Look
from askwell.web.handing.queries.standing import last_slip
from askwell.web.handing.queries.told import latest_of, told_of
from askwell.web.handing.refusals import Reason, need
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import LearningSet, Vote
from askwell.web.programmes.operations.holding import hold
from askwell.web.programmes.queries import facilitators_of, open_vote, takes_turns

Dial = LearningSet.Dial


@transaction.atomic
def look(meeting: Meeting, *, at: datetime) -> bool:
    """Look at the last meetings once after each; whether something slipped."""
    learning_set = LearningSet.objects.select_for_update().get(
        pk=meeting.learning_set_id
    )
    if Look.objects.filter(meeting=meeting).exists():
        return False
    going_on = takes_turns(learning_set) and learning_set.ended_at is None
    parts = slipped(told_of(_since_then(learning_set, meeting))) if going_on else ()
    Look.objects.create(
        meeting=meeting,
        looked_at=at,
        slipped=[each.name for each in parts],
        fell_from=_fall_back(learning_set, parts, at=at) if parts else "",
    )
    return bool(parts)


def _since_then(learning_set: LearningSet, meeting: Meeting) -> list[Meeting]:
    """Up to this meeting; none from before the set moved, or something slipped last."""
    held = learning_set.meetings.held().filter(
        head__gt=0, closed_at__lte=meeting.closed_at
    )
    moved = learning_set.votes.filter(
        kind=Vote.Kind.TURNS, outcome=Vote.Outcome.CARRIED
    ).order_by("-closed_at")
    if since := moved.values_list("closed_at", flat=True).first():
        held = held.filter(closed_at__gt=since)
    if last := _last_slip(learning_set):
        held = held.filter(closed_at__gt=last.meeting.closed_at)
    return latest_of(held, most=SLIPS)


def _last_slip(learning_set: LearningSet) -> Look | None:
    looks = Look.objects.filter(meeting__learning_set=learning_set)
    found = looks.exclude(slipped=[]).select_related("meeting")
    return found.order_by("-meeting__closed_at").first()


def _fall_back(
    learning_set: LearningSet, parts: tuple[Part, ...], *, at: datetime
) -> str:
    """One step back on the dial, or the set’s vote; says what the dial fell from."""
    before = learning_set.dial
    back = back_from(step_named(before))
    if back is not None and facilitators_of(learning_set):
        sets.step_back(learning_set, Dial(back.name), at=at)
        return before
    if open_vote(learning_set) is None:
        sets.ask_by_itself(learning_set, Vote.Kind.FACILITATOR, at=at)
    return ""


@transaction.atomic
def go_on_as_before(learning_set: LearningSet, *, by: Person, at: datetime) -> None:
    """A member puts back what went a step back by itself."""
    learning_set = hold(learning_set)
    need(rules.can_go_on(by, learning_set), Reason.NOT_YOURS_TO_DO)
    look = last_slip(learning_set)
    need(look is not None and can_be_undone(look, learning_set), Reason.NOTHING_TO_UNDO)
    if look is None:
        return
    sets.turn_dial(learning_set, Dial(look.fell_from), by=by, at=at)
    look.undone_at = at
    look.save(update_fields=["undone_at"])


def can_be_undone(look: Look, learning_set: LearningSet) -> bool:
    """Until it was undone, or the dial was moved since."""
    if not look.fell_from or look.undone_at is not None:
        return False
    fell_to = back_from(step_named(look.fell_from))
    return fell_to is not None and fell_to.name == learning_set.dial
