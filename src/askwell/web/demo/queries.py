"""What the page of the cast tells: who is in which set, and what they would see."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.process import State
from askwell.process.people import Belonging
from askwell.web.actions.queries import awaiting_report
from askwell.web.demo.around import around_the_programme, way_into_programme
from askwell.web.demo.cast import EVERYBODY, PROGRAMME, SETS, CastSet, character
from askwell.web.demo.groups import Group, Seat
from askwell.web.demo.naming import id_of
from askwell.web.demo.year.seats import KEY as YEAR
from askwell.web.demo.year.seats import around_the_year, way_into_year
from askwell.web.meetings import log
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import attended_sets
from askwell.web.transcripts.models import Asked, Transcript


def groups() -> list[Group]:
    """The sets that are there, in the order of the cast; then the programmes."""
    there = set(LearningSet.objects.values_list("pk", flat=True))
    inside = [_group(each) for each in SETS if id_of("set", each.key) in there]
    return [*inside, *around_the_programme(), *around_the_year()]


def cast_member(key: str) -> Person | None:
    """Only someone of the cast; anybody else's account is none of this page's."""
    if key not in {one.key for one in EVERYBODY}:
        return None
    return Person.objects.filter(pk=id_of("person", key)).first()


def meeting_in_progress(set_key: str) -> Meeting | None:
    """The set's meeting that is going on; none if the set is not of the cast."""
    return (
        Meeting.objects.in_progress()
        .filter(learning_set=id_of("set", set_key))
        .order_by("-starts_at")
        .first()
    )


def way_in(person: Person, set_key: str) -> str:
    """Where to go first: the room if there is a meeting, else the set, else home.

    Around the programme it is what somebody's office or place in it leads to.
    """
    if set_key == PROGRAMME.key:
        return way_into_programme(person)
    if set_key == YEAR:
        return way_into_year(person)
    set_id = id_of("set", set_key)
    if not attended_sets(person).filter(pk=set_id).exists():
        return "/"
    if meeting := meeting_in_progress(set_key):
        return reverse("meetings:room", args=[meeting.pk])
    return reverse("home:set", args=[set_id])


def _group(cast_set: CastSet) -> Group:
    if meeting := meeting_in_progress(cast_set.key):
        return _in_progress(cast_set, log.state(meeting.pk))
    to_come = (
        Meeting.objects.to_come()
        .filter(learning_set=id_of("set", cast_set.key))
        .first()
    )
    return _resting(cast_set, next_at=to_come.starts_at if to_come else None)


def _in_progress(cast_set: CastSet, state: State) -> Group:
    keys = {str(id_of("person", key)): key for key in cast_set.everyone}
    here = [keys[one] for one in state.here if one in keys]
    away = [key for key in keys.values() if key not in here]
    # First those in whose hands the meeting is just now.
    here.sort(key=lambda key: _rank(str(id_of("person", key)), state))
    return Group(
        key=cast_set.key,
        name=cast_set.name,
        words=cast_set.purpose,
        badge=_("Meeting in progress"),
        seats=tuple(_seat(key, state) for key in [*here, *away]),
    )


def _seat(key: str, state: State) -> Seat:
    who = str(id_of("person", key))
    sees = _sees(who, state)
    if who != state.facilitator:
        return Seat(character=character(key), sees=sees)
    return Seat(
        character=character(key),
        sees=sees,
        try_first=_("Lead the meeting in progress"),
        because=_(
            "It is in the middle of a slot: somebody presents and the others ask."
        ),
    )


def _rank(person: str, state: State) -> int:
    hands = [hand.person for hand in state.hands]
    order = [state.facilitator, state.presenter, *state.presenters_to_come, *hands]
    return order.index(person) if person in order else len(order)


def _sees(person: str, state: State) -> str:
    guests = {
        one.person for one in state.people.values() if one.belonging is Belonging.GUEST
    }
    signs = (
        (
            person == state.facilitator,
            _("Leads the meeting: what to say aloud, next phase, undo."),
        ),
        (
            person == state.presenter,
            _("Is presenting right now: questions arrive, to star or to pass."),
        ),
        (
            person in state.presenters_to_come,
            _("Presents next; until then listens and asks."),
        ),
        (
            person in {hand.person for hand in state.hands},
            _("Has a hand up and waits for the turn."),
        ),
        (
            person in guests,
            _("Is a guest: sees this meeting and nothing else of the set."),
        ),
        (
            not state.is_here(person),
            _("Belongs to the set and is not in the room."),
        ),
    )
    asks = _("Listens and asks; sees which kind of words fits just now.")
    return next((words for holds, words in signs if holds), asks)


def _resting(cast_set: CastSet, *, next_at: datetime | None) -> Group:
    learning_set = LearningSet.objects.get(pk=id_of("set", cast_set.key))
    waiting = Counter(one.owner_id for one in awaiting_report(learning_set))
    asked = _asked_for_a_transcript(learning_set)
    held = learning_set.meetings.held().count()
    badge = ngettext("%(n)d meeting held", "%(n)d meetings held", held) % {"n": held}
    return Group(
        key=cast_set.key,
        name=cast_set.name,
        words=cast_set.purpose,
        badge=badge,
        next_at=next_at,
        seats=tuple(
            Seat(
                character=character(key),
                sees=_looks_back_on(key, cast_set, waiting, asked),
            )
            for key in cast_set.seated
        ),
    )


def _asked_for_a_transcript(learning_set: LearningSet) -> set[UUID]:
    """Who has not said whether a transcript of the set may be read."""
    alive = Transcript.objects.alive().filter(learning_set=learning_set)
    silent = Asked.objects.silent().filter(transcript__in=alive)
    return set(silent.values_list("person_id", flat=True))


def _looks_back_on(
    key: str, cast_set: CastSet, waiting: Counter[UUID], asked: set[UUID]
) -> str:
    if id_of("person", key) in asked:
        return _("Is asked whether the transcript of a meeting may be read.")
    if key == cast_set.facilitator:
        return _("Facilitated the set’s meetings.")
    if count := waiting[id_of("person", key)]:
        words = ngettext(
            "Has %(n)d action to report on.", "Has %(n)d actions to report on.", count
        )
        return words % {"n": count}
    return _("Looks back on what was asked, done and learned.")
