"""What a new meeting must know of its set: people, turns taken, actions, wishes."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from askwell.process.brief import Attendee, OpenAction
from askwell.process.events import SlotBegan, StepUndone
from askwell.process.people import Belonging
from askwell.web.actions.queries import awaiting_report
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.meetings.wishes import newest_wish
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.queries import (
    agreements_to,
    current_contract,
    facilitating,
    next_to_facilitate,
)


@dataclass(frozen=True, slots=True)
class History:
    people: tuple[Attendee, ...]
    facilitator: str | None
    co_facilitators: tuple[str, ...]
    contract_version: int
    meetings_held: int
    open_actions: tuple[OpenAction, ...]
    improvement: str | None
    improvement_by: str | None


def before(meeting: Meeting) -> History:
    """How the set stands just before this meeting."""
    learning_set = meeting.learning_set
    contract = current_contract(learning_set)
    agreed = set(agreements_to(contract)) if contract else set()
    memberships = list(
        SetMembership.objects.current()
        .filter(learning_set=learning_set)
        .order_by("joined_at", "pk")
    )
    people = _people(
        memberships, agreed, turns_taken(learning_set), led=_have_led(memberships)
    )
    wish = newest_wish(learning_set)
    facilitator = _facilitator(learning_set, memberships)
    here = {each.person for each in people}
    return History(
        people=people,
        facilitator=facilitator,
        co_facilitators=_co_facilitators(learning_set, memberships, facilitator),
        contract_version=contract.version if contract else 1,
        meetings_held=learning_set.meetings.held().count(),
        open_actions=tuple(_open_actions(learning_set, here)),
        improvement=wish.words if wish else None,
        improvement_by=wish.person if wish else None,
    )


def _people(
    memberships: list[SetMembership],
    agreed: set[object],
    turns: dict[str, list[date]],
    *,
    led: set[UUID],
) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(
            person=str(each.person_id),
            belonging=Belonging(each.belonging),
            slots=len(turns[str(each.person_id)]),
            presented_on=max(turns[str(each.person_id)], default=None),
            joined_on=each.joined_at.date() if each.joined_at else None,
            agreed=each.person_id in agreed,
            leads_first=each.person_id not in led,
        )
        for each in memberships
    )


def _have_led(memberships: list[SetMembership]) -> set[UUID]:
    """Who has facilitated a meeting to its end, in this set or in any other."""
    people = [each.person_id for each in memberships]
    led = SetMembership.objects.filter(person__in=people, facilitated_at__isnull=False)
    return set(led.values_list("person_id", flat=True))


def _facilitator(
    learning_set: LearningSet, memberships: list[SetMembership]
) -> str | None:
    """Whoever was named or whose turn it is; without one, whoever opens does."""
    following = next_to_facilitate(learning_set, memberships)
    return str(following.person_id) if following else None


def _co_facilitators(
    learning_set: LearningSet,
    memberships: list[SetMembership],
    facilitator: str | None,
) -> tuple[str, ...]:
    """Where two share the work: who facilitates helps the member whose turn it is."""
    if learning_set.dial != LearningSet.Dial.CO_LEADS:
        return ()
    helping = (str(each.person_id) for each in facilitating(memberships))
    return tuple(person for person in helping if person != facilitator)


def turns_taken(learning_set: LearningSet) -> dict[str, list[date]]:
    """When each person has presented; a slot begun anew counts once, undone never."""
    entries = Entry.objects.filter(
        meeting__learning_set=learning_set,
        meeting__closed_at__isnull=False,
        kind__in=(SlotBegan.__name__, StepUndone.__name__),
    ).values_list("meeting_id", "kind", "data", "at")
    begun: dict[tuple[UUID, int], tuple[str, date]] = {}
    for meeting, kind, data, at in entries:
        if kind == SlotBegan.__name__:
            begun[meeting, data["step"]] = (data["presenter"], at.date())
        else:
            begun.pop((meeting, data["step"]), None)
    turns: defaultdict[str, list[date]] = defaultdict(list)
    for presenter, on in begun.values():
        turns[presenter].append(on)
    return turns


def _open_actions(learning_set: LearningSet, here: set[str]) -> list[OpenAction]:
    """Those whose owners are still in the set; nobody else can report on them."""
    return [
        OpenAction(
            action_id=str(action.pk),
            owner=str(action.owner_id),
            words=action.words,
            due_on=action.due_on,
            how_known=action.how_known,
        )
        for action in awaiting_report(learning_set)
        if str(action.owner_id) in here
    ]
