"""The rota: who facilitates the meetings to come, as it stands or would be filled."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from askwell.facilitation.rota import Past, Sitting, shared_out
from askwell.process.formats import format_named
from askwell.process.people import PersonId
from askwell.web.handing.models import Duty
from askwell.web.handing.queries.told import facilitated
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.planning.models import Reply
from askwell.web.planning.queries.turns import coming, slots_at
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.queries import is_able_to_facilitate, takes_turns

AHEAD = 6
"""So many meetings to come are shared out."""
LATE = timedelta(hours=3)
"""A meeting that has not been opened by its time is the next one for so long."""


@dataclass(frozen=True)
class Turn:
    """One turn to facilitate; nobody has it where nobody can."""

    number: int
    person: Person | None
    presenter: Person | None = None


@dataclass(frozen=True)
class OfMeeting:
    """The turns of one meeting to come, in order."""

    meeting: Meeting
    turns: tuple[Turn, ...]

    @property
    def is_by_slot(self) -> bool:
        return len(self.turns) > 1

    @property
    def names(self) -> list[PersonId]:
        """By id, each turn in its place; "" where nobody has it."""
        return [str(each.person.pk) if each.person else "" for each in self.turns]

    @property
    def people(self) -> list[Person]:
        return [each.person for each in self.turns if each.person]


def is_shared(learning_set: LearningSet) -> bool:
    """Whether members facilitate by rota: in turns, or with a facilitator’s help."""
    co_leads = learning_set.dial == LearningSet.Dial.CO_LEADS
    return takes_turns(learning_set) or co_leads


def rota(learning_set: LearningSet, *, at: datetime) -> list[OfMeeting]:
    """The next meeting first; as many queries for many meetings as for one."""
    if not is_shared(learning_set):
        return []
    meetings = list(coming(learning_set, at=at - LATE))[:AHEAD]
    there = list(_there(learning_set))
    members = [one for one in there if _has_turns(one, learning_set)]
    people = {str(one.person_id): one.person for one in there}
    sittings = _sittings(learning_set, meetings, there)
    past = _past(learning_set, members)
    found = shared_out(sittings, past, seed=learning_set.pk.int % 2**31)
    asked = _asked_in(learning_set, meetings, there)
    return [
        OfMeeting(meeting, tuple(_turns(sitting, found | asked, people)))
        for meeting, sitting in zip(meetings, sittings, strict=True)
    ]


def is_ahead(meeting: Meeting, learning_set: LearningSet, *, at: datetime) -> bool:
    """Whether it is one of this set’s meetings to come."""
    return any(each.pk == meeting.pk for each in coming(learning_set, at=at))


def can_take(
    learning_set: LearningSet, duty: Duty, person: Person, *, at: datetime
) -> bool:
    """Whether it could be their turn instead: they have turns, come, and do not
    present."""
    there = list(_there(learning_set))
    has_turns = any(
        one.person_id == person.pk and _has_turns(one, learning_set) for one in there
    )
    meetings = [each for each in coming(learning_set, at=at) if each == duty.meeting]
    sittings = _sittings(learning_set, meetings, there)
    return has_turns and all(
        each.fits(str(person.pk), duty.number) for each in sittings
    )


def _there(learning_set: LearningSet) -> Iterable[SetMembership]:
    current = SetMembership.objects.current().filter(learning_set=learning_set)
    return current.select_related("person").order_by("joined_at", "pk")


def _has_turns(one: SetMembership, learning_set: LearningSet) -> bool:
    """Who leads for good helps while members learn it, and has no turn then."""
    helps = one.is_facilitator and not takes_turns(learning_set)
    return one.is_member and not helps


def _past(
    learning_set: LearningSet, members: Iterable[SetMembership]
) -> dict[PersonId, Past]:
    days = facilitated(learning_set, by=()).days
    found = {}
    for one in members:
        own = days.get(str(one.person_id), [])
        since = [one.facilitated_at.date()] if one.facilitated_at else []
        last = max([*own, *since], default=None)
        found[str(one.person_id)] = Past(last, max(len(own), len(since)))
    return found


def _sittings(
    learning_set: LearningSet,
    meetings: Collection[Meeting],
    there: Collection[SetMembership],
) -> list[Sitting]:
    duties = list(_unopened(learning_set))
    away = Reply.objects.filter(meeting__in=meetings, is_coming=False)
    absent = set(away.values_list("meeting_id", "person_id"))
    members = sum(one.is_member for one in there)
    first = meetings and next(iter(meetings)).pk
    by_hand = _named_by_hand(learning_set, duties)
    found = []
    for meeting in meetings:
        named = _named(meeting, duties)
        if meeting.pk == first and by_hand:
            named = named | {1: str(by_hand)}
        found.append(
            Sitting(
                key=str(meeting.pk),
                on=meeting.starts_at.date(),
                duties=_duties(meeting, members=members),
                presenters=tuple(meeting.booked),
                named=named,
                not_asked=_not_asked(meeting, duties, absent),
            )
        )
    return found


def _unopened(learning_set: LearningSet) -> QuerySet[Duty]:
    return Duty.objects.filter(
        meeting__learning_set=learning_set,
        meeting__opened_at__isnull=True,
        meeting__closed_at__isnull=True,
    )


def _named_by_hand(learning_set: LearningSet, duties: Iterable[Duty]) -> UUID | None:
    """Whom the set has named for the next meeting, if it was not the rota itself.

    Else another meeting before that one, or its being cancelled, would give the same
    person a second turn.
    """
    named = learning_set.next_facilitator_id
    by_rota = any(each.in_lobby and each.person_id == named for each in duties)
    return None if by_rota else named


def _named(meeting: Meeting, duties: Iterable[Duty]) -> dict[int, PersonId]:
    return {
        each.number: str(each.person_id)
        for each in duties
        if each.meeting_id == meeting.pk and each.state == Duty.State.NAMED
    }


def _not_asked(
    meeting: Meeting, duties: Iterable[Duty], absent: Iterable[tuple[UUID, UUID]]
) -> frozenset[PersonId]:
    passed = {
        str(each.person_id)
        for each in duties
        if each.meeting_id == meeting.pk and each.state == Duty.State.PASSED
    }
    away = {str(person) for missed, person in absent if missed == meeting.pk}
    return frozenset(passed | away)


def _duties(meeting: Meeting, *, members: int) -> int:
    """Where the role goes on from slot to slot, as many as there are slots."""
    if not format_named(meeting.format).rotates_facilitator:
        return 1
    return max(1, slots_at(meeting, people=members))


def _asked_in(
    learning_set: LearningSet,
    meetings: Collection[Meeting],
    there: Iterable[SetMembership],
) -> dict[tuple[str, int], PersonId]:
    """Somebody without turns who was named for the next meeting: for that alone."""
    for one in there:
        named = one.person_id == learning_set.next_facilitator_id
        outside = named and not _has_turns(one, learning_set)
        if meetings and outside and is_able_to_facilitate(one):
            first = next(iter(meetings))
            return {(str(first.pk), 1): str(one.person_id)}
    return {}


def _turns(
    sitting: Sitting,
    found: dict[tuple[str, int], PersonId],
    people: dict[PersonId, Person],
) -> Iterable[Turn]:
    for number in range(1, sitting.duties + 1):
        named = found.get((sitting.key, number), "")
        by_slot = sitting.presenters[number - 1 : number] if sitting.duties > 1 else ()
        yield Turn(
            number,
            people.get(named),
            next((people[one] for one in by_slot if one in people), None),
        )
