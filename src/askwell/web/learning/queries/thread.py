"""The learning thread: from a topic to what was learned of it, over meetings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.process.choices import Outcome
from askwell.web.actions.models import Action, Status
from askwell.web.learning.queries.gathering import Gathered, gather, own_actions
from askwell.web.learning.queries.parts import Chosen, Time
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.topics.models import Brought, Topic
from askwell.web.topics.queries import own_topic


class Kind(StrEnum):
    """What a station of the thread is."""

    BROUGHT = "brought"
    QUESTION = "question"
    LEARNED = "learned"
    CHOSEN = "chosen"
    NOTED = "noted"
    TOLD = "told"


@dataclass(frozen=True, kw_only=True)
class Station:
    """One thing on the thread, in the owner's words or those of a kept question."""

    kind: Kind
    at: datetime
    words: str = ""
    second: str = ""
    """A question brought with a topic, a sign looked for, what happened."""
    learned: str = ""
    still_open: str = ""
    asked_by: str = ""
    outcome: Outcome | None = None
    status: Status | None = None
    action: UUID | None = None
    meeting: UUID | None = None


@dataclass(frozen=True)
class Chapter:
    """A meeting with what happened of it, or the time between two."""

    at: datetime
    meeting: UUID | None
    stations: tuple[Station, ...]

    @property
    def until(self) -> datetime:
        return self.stations[-1].at


@dataclass(frozen=True)
class Thread:
    """One person's thread; for their eyes alone."""

    title: str
    topic: Topic | None
    learning_sets: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def thread_of(person: Person, thread_id: UUID) -> Thread | None:
    """By the id of one's own topic or action; anything else is like none."""
    topic = own_topic(person, thread_id)
    if topic is not None:
        return _woven(person, topic, own_actions(person).filter(topic=topic))
    action = _own_action(person, thread_id)
    if action is None:
        return None
    together = Q(topic=action.topic) if action.topic else _belonging_to(action)
    return _woven(person, action.topic, own_actions(person).filter(together))


def _own_action(person: Person, action_id: UUID) -> Action | None:
    mine = Action.objects.filter(owner=person, pk=action_id)
    return mine.select_related("topic").first()


def _belonging_to(action: Action) -> Q:
    """Without a topic, what was chosen in one slot belongs together."""
    if action.made_in is None or action.slot is None:
        return Q(pk=action.pk)
    return Q(made_in=action.made_in, slot=action.slot)


def _woven(person: Person, topic: Topic | None, actions: QuerySet[Action]) -> Thread:
    chosen = list(actions)
    slots = {(each.made_in, each.slot) for each in chosen if each.made_in and each.slot}
    if topic is not None:
        brought = Brought.objects.filter(topic=topic)
        slots |= set(brought.values_list("meeting", "slot"))
    meetings = Meeting.objects.filter(
        pk__in=[meeting for meeting, _slot in slots]
    ).order_by("closed_at")
    gathered = gather(person, meetings, chosen)
    times = [each for each in gathered.times if (each.meeting.pk, each.slot) in slots]
    return Thread(
        title=_title(topic, times, gathered),
        topic=topic,
        learning_sets=_sets(times, gathered),
        chapters=tuple(_chapters(_stations(times, gathered.actions))),
    )


def _title(topic: Topic | None, times: list[Time], gathered: Gathered) -> str:
    """The topic in its owner's newest words, else the first that says something."""
    headline = (topic.headline or "") if topic else ""
    said = (each.topic or each.question for each in reversed(times))
    chosen = (each.words for each in gathered.actions)
    return next((words for words in (headline, *said, *chosen) if words), "")


def _sets(times: list[Time], gathered: Gathered) -> tuple[str, ...]:
    parts: list[Time | Chosen] = [*times, *gathered.actions]
    return tuple(
        dict.fromkeys(each.learning_set for each in parts if each.learning_set)
    )


def _stations(times: list[Time], actions: Iterable[Chosen]) -> Iterator[Station]:
    for time in times:
        yield from _of_time(time)
    for action in actions:
        yield from _of_action(action)


def _of_time(time: Time) -> Iterator[Station]:
    meeting = time.meeting.pk
    yield Station(
        kind=Kind.BROUGHT,
        at=time.at,
        words=time.topic or time.headline,
        second=time.question,
        outcome=time.outcome,
        meeting=meeting,
    )
    for each in time.questions:
        yield Station(
            kind=Kind.QUESTION,
            at=time.at,
            words=each.words,
            asked_by=each.asked_by,
            meeting=meeting,
        )
    for learned in time.learned:
        yield Station(
            kind=Kind.LEARNED, at=learned.at, words=learned.words, meeting=meeting
        )


def _of_action(action: Chosen) -> Iterator[Station]:
    yield Station(
        kind=Kind.CHOSEN,
        at=action.at,
        words=action.words,
        second=action.how_known,
        status=action.status,
        action=action.id,
        meeting=action.meeting,
    )
    for note in action.notes:
        yield Station(kind=Kind.NOTED, at=note.at, words=note.words, action=action.id)
    for told in action.told:
        yield Station(
            kind=Kind.TOLD,
            at=told.at,
            words=told.did,
            second=told.happened,
            learned=told.learned,
            still_open=told.still_open,
            status=told.status,
            action=action.id,
            meeting=told.meeting,
        )


def _chapters(stations: Iterable[Station]) -> Iterator[Chapter]:
    """A meeting is one chapter, however long; so is the time between two."""
    ordered = sorted(stations, key=lambda each: each.at)
    begun: dict[UUID, datetime] = {}
    for each in ordered:
        if each.meeting:
            begun.setdefault(each.meeting, each.at)
    ordered.sort(key=lambda each: (_moment(each, begun), each.at))
    for meeting, some in groupby(ordered, key=lambda each: each.meeting):
        together = tuple(some)
        yield Chapter(together[0].at, meeting, together)


def _moment(station: Station, begun: dict[UUID, datetime]) -> datetime:
    return begun[station.meeting] if station.meeting else station.at
