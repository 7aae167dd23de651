"""Gathers what is one person's own out of the logs and rows of many meetings.

Own words only, and the questions that the person kept as presenter. The policy of it
is in one place: `_asked_of` is the only door for words of somebody else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from askwell.process.choices import Place
from askwell.process.kinds import kind_named
from askwell.process.people import PersonId
from askwell.process.records import Contribution, Learning, Slot
from askwell.process.state import State
from askwell.web.actions.models import Action, ProgressNote, ReportBack, Scale, Status
from askwell.web.learning.models import Naming
from askwell.web.learning.queries.parts import (
    Chosen,
    Learned,
    Noted,
    Question,
    Rung,
    Time,
    Told,
)
from askwell.web.meetings import memory
from askwell.web.meetings.memory import Spoken
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import SetMembership
from askwell.web.programmes.rules import attended_sets
from askwell.web.topics.models import Brought, Topic

LEVELS = ("much_less", "less", "expected", "more", "much_more")


def meetings_of(person: Person) -> QuerySet[Meeting]:
    """Those of every set the person has ever been in, as member or guest, by time."""
    been_in = SetMembership.objects.filter(person=person, joined_at__isnull=False)
    return (
        Meeting.objects.held()
        .filter(learning_set__in=been_in.values("learning_set"))
        .order_by("closed_at")
    )


def names_of_sets(person: Person) -> dict[UUID, str]:
    """Of those the person is in now: what another is called today is not theirs."""
    return dict(attended_sets(person).values_list("pk", "name"))


@dataclass(frozen=True)
class Gathered:
    """What is one person's own, in the order of time."""

    times: tuple[Time, ...]
    learned: tuple[Learned, ...]
    """What they learned outside of their own time: from others', and at the close."""
    actions: tuple[Chosen, ...]


@dataclass(frozen=True)
class _Own:
    """What of one meeting is the person's, its words not yet opened."""

    meeting: Meeting
    slots: tuple[Slot, ...]
    kept: tuple[Contribution, ...]
    learnings: tuple[Learning, ...]
    state: State

    def places(self) -> Iterator[Spoken]:
        for slot in self.slots:
            topic = self.state.topics.get(slot.number)
            if topic:
                yield from self._where(topic.topic, topic.question)
        yield from self._where(*(each.words for each in self.kept))
        yield from self._where(*(each.words for each in self.learnings))

    def _where(self, *places: str | None) -> Iterator[Spoken]:
        return (Spoken(self.meeting.pk, place) for place in places if place)


def gather(
    person: Person, meetings: Iterable[Meeting], actions: Iterable[Action]
) -> Gathered:
    """As many queries for many meetings as for one."""
    held = {each.pk: each for each in meetings}
    states = memory.states(held.values())
    me = str(person.pk)
    own = [_own(held[pk], states[pk], me) for pk in held]
    said = memory.opened((p for each in own for p in each.places()), held)
    names = _named(each.person for one in own for each in one.kept)
    topics = {
        (each.meeting, each.slot): each.topic
        for each in Brought.objects.filter(
            topic__owner=person, meeting__in=list(held)
        ).select_related("topic")
    }
    sets = names_of_sets(person)
    chosen = tuple(_chosen(each, sets) for each in actions)
    reading = _Reading(said=said, names=names, sets=sets)
    times = [
        _with_actions(time, chosen, topics)
        for one in own
        for time in reading.times(one)
    ]
    return Gathered(
        times=tuple(time for time in times if _says_something(time)),
        learned=tuple(each for one in own for each in reading.elsewhere(one)),
        actions=chosen,
    )


def _own(meeting: Meeting, state: State, me: PersonId) -> _Own:
    slots = tuple(
        slot
        for slot in state.slots
        if slot.presenter == me and not _withdrawn(state, slot)
    )
    mine = {slot.number for slot in slots}
    return _Own(
        meeting=meeting,
        slots=slots,
        kept=tuple(
            each
            for each in state.contributions.values()
            if each.slot in mine and _asked_of(me, each)
        ),
        learnings=tuple(each for each in state.learnings if each.person == me),
        state=state,
    )


def _withdrawn(state: State, slot: Slot) -> bool:
    """What a presenter took back is in no record either."""
    topic = state.topics.get(slot.number)
    return topic is not None and topic.withdrawn


def _asked_of(me: PersonId, contribution: Contribution) -> bool:
    """A question put to the person by somebody else, which they starred or kept."""
    question = kind_named(contribution.kind).is_question
    chosen = contribution.starred or contribution.place is Place.KEPT
    gone = contribution.hidden or contribution.taken_back
    return question and chosen and not gone and contribution.person != me


def _named(askers: Iterable[PersonId]) -> dict[PersonId, str]:
    """The names of those who agree to be named; of nobody else."""
    asked = {UUID(each) for each in askers}
    agreed = Naming.objects.filter(person__in=asked).select_related("person")
    return {str(each.person_id): str(each.person) for each in agreed}


@dataclass(frozen=True)
class _Reading:
    """Opens what is the person's own, meeting by meeting."""

    said: dict[Spoken, str]
    names: dict[PersonId, str]
    sets: dict[UUID, str]

    def words(self, one: _Own, place: str | None) -> str:
        return self.said.get(Spoken(one.meeting.pk, place), "") if place else ""

    def set_name(self, one: _Own) -> str:
        return self.sets.get(one.meeting.learning_set_id, "")

    def times(self, one: _Own) -> Iterator[Time]:
        for slot in one.slots:
            topic = one.state.topics.get(slot.number)
            yield Time(
                meeting=one.meeting,
                slot=slot.number,
                at=slot.began_at,
                learning_set=self.set_name(one),
                topic_id=None,
                headline="",
                topic=self.words(one, topic.topic) if topic else "",
                question=self.words(one, topic.question) if topic else "",
                outcome=topic.outcome if topic else None,
                questions=tuple(self.questions(one, slot)),
                learned=tuple(self.learned(one, slot.number)),
            )

    def questions(self, one: _Own, slot: Slot) -> Iterator[Question]:
        for each in one.kept:
            words = self.words(one, each.words)
            if each.slot == slot.number and words:
                yield Question(
                    words=words,
                    kind=each.kind,
                    starred=each.starred,
                    asked_by=self.names.get(each.person, ""),
                )

    def elsewhere(self, one: _Own) -> Iterator[Learned]:
        mine = {slot.number for slot in one.slots}
        for slot in {each.slot for each in one.learnings} - mine:
            yield from self.learned(one, slot)

    def learned(self, one: _Own, slot: int | None) -> Iterator[Learned]:
        for each in one.learnings:
            words = self.words(one, each.words)
            if each.slot == slot and words:
                yield Learned(
                    at=each.at,
                    set_id=one.meeting.learning_set_id,
                    learning_set=self.set_name(one),
                    words=words,
                    about=each.about,
                )


def _with_actions(
    time: Time,
    actions: tuple[Chosen, ...],
    topics: dict[tuple[UUID, int], Topic],
) -> Time:
    here = (time.meeting.pk, time.slot)
    topic = topics.get(here)
    own = tuple(each for each in actions if (each.meeting, each.slot) == here)
    name = topic.pk if topic else next((each.id for each in own), None)
    return replace(
        time,
        topic_id=topic.pk if topic else None,
        headline=(topic.headline or "") if topic else "",
        actions=own,
        thread=name,
    )


def _says_something(time: Time) -> bool:
    return bool(
        time.topic
        or time.question
        or time.headline
        or time.questions
        or time.learned
        or time.actions
    )


# Actions


def own_actions(person: Person) -> QuerySet[Action]:
    """With all that their owner wrote about them."""
    told = ReportBack.objects.select_related("action").order_by("reported_at")
    notes = ProgressNote.objects.select_related("action")
    scales = Scale.objects.select_related("action")
    return (
        Action.objects.filter(owner=person)
        .prefetch_related(
            Prefetch("report_backs", told),
            Prefetch("notes", notes),
            Prefetch("scale", scales),
        )
        .order_by("created_at")
    )


def _chosen(action: Action, sets: dict[UUID, str]) -> Chosen:
    scale = getattr(action, "scale", None)
    return Chosen(
        id=action.pk,
        topic=action.topic_id,
        meeting=action.made_in,
        slot=action.slot,
        set_id=action.learning_set_id,
        learning_set=sets.get(action.learning_set_id, ""),
        at=action.created_at,
        words=action.words or "",
        due_on=action.due_on,
        how_known=action.how_known or "",
        status=Status(action.status),
        settled_at=action.settled_at,
        told=tuple(_told(each) for each in action.report_backs.all()),
        notes=tuple(
            Noted(at=each.noted_at, words=each.words)
            for each in action.notes.all()
            if each.words
        ),
        rungs=tuple(_rungs(scale)) if scale else (),
        rated_now=scale.now if scale else None,
        rated_later=scale.later if scale else None,
    )


def _told(each: ReportBack) -> Told:
    return Told(
        at=each.reported_at,
        meeting=each.meeting,
        status=Status(each.status),
        did=each.did or "",
        happened=each.happened or "",
        learned=each.learned or "",
        still_open=each.still_open or "",
    )


def _rungs(scale: Scale) -> Iterator[Rung]:
    for level, name in zip(range(-2, 3), LEVELS, strict=True):
        if words := getattr(scale, name):
            yield Rung(level=level, words=words)
