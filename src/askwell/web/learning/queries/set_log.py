"""What a set has learned together, meeting by meeting; for its members."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from askwell.process.state import State
from askwell.web.learning.models import Tried
from askwell.web.meetings import memory
from askwell.web.meetings.memory import Spoken
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import meetings_held
from askwell.web.meetings.wishes import newest_wish
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet


@dataclass(frozen=True)
class Said:
    """Words of a member, said to the set."""

    words: str
    name: str


@dataclass(frozen=True)
class Leaf:
    """What one meeting left behind for the set."""

    meeting: Meeting
    number: int
    learned: tuple[Said, ...]
    went_well: tuple[Said, ...]
    to_try: tuple[Said, ...]
    tried: str
    """Whether it was tried: a value of `Tried.Answer`, or nothing yet."""
    had_its_chance: bool
    """Whether the set has met since."""

    @property
    def is_empty(self) -> bool:
        return not (self.learned or self.went_well or self.to_try)


@dataclass(frozen=True)
class LogPage:
    """The newest meeting first."""

    leaves: tuple[Leaf, ...]
    wish: Said | None
    """What the set wants to try, whether a meeting or a decision said so."""

    @property
    def is_empty(self) -> bool:
        return all(each.is_empty for each in self.leaves)


def log_of(learning_set: LearningSet) -> LogPage:
    """As many queries for many meetings as for one."""
    return LogPage(
        leaves=_leaves(list(meetings_held(learning_set))), wish=_wish(learning_set)
    )


def newest_leaves(learning_set: LearningSet, *, number: int) -> tuple[Leaf, ...]:
    """Of the last few meetings alone, the newest first."""
    return _leaves(list(meetings_held(learning_set)[:number]))


def _wish(learning_set: LearningSet) -> Said | None:
    wish = newest_wish(learning_set)
    if wish is None:
        return None
    by = Person.objects.filter(pk=wish.person).first()
    return Said(wish.words, str(by or ""))


def _leaves(newest_first: list[Meeting]) -> tuple[Leaf, ...]:
    """What each of these meetings left behind, of one and the same set."""
    meetings = {each.pk: each for each in newest_first}
    states = memory.states(meetings.values())
    places = {
        Spoken(pk, place) for pk in meetings for _person, place in _all_said(states[pk])
    }
    reading = _Reading(
        said=memory.opened(places, meetings),
        names=_names(states.values()),
        tried=dict(
            Tried.objects.filter(meeting__in=meetings).values_list(
                "meeting_id", "answer"
            )
        ),
    )
    return tuple(
        reading.leaf(meeting, states[pk], place=place, of=len(meetings))
        for place, (pk, meeting) in enumerate(meetings.items())
    )


def _all_said(state: State) -> Iterator[tuple[str, str]]:
    yield from _learned(state)
    yield from _went_well(state)
    yield from _to_try(state)


def _learned(state: State) -> list[tuple[str, str]]:
    """What was shared outside of the slots: slots are their presenters'."""
    shared = (each for each in state.learnings if each.slot is None)
    return [(each.person, each.words) for each in shared if each.words]


def _went_well(state: State) -> list[tuple[str, str]]:
    return [(each.person, each.went_well) for each in state.reviews if each.went_well]


def _to_try(state: State) -> list[tuple[str, str]]:
    return [(each.person, each.try_next) for each in state.reviews if each.try_next]


def _names(states: Iterable[State]) -> dict[str, str]:
    people = {UUID(person) for state in states for person in state.people}
    return {str(each.pk): str(each) for each in Person.objects.filter(pk__in=people)}


@dataclass(frozen=True)
class _Reading:
    said: dict[Spoken, str]
    names: dict[str, str]
    tried: dict[UUID, str]

    def leaf(self, meeting: Meeting, state: State, *, place: int, of: int) -> Leaf:
        return Leaf(
            meeting=meeting,
            number=of - place,
            learned=self._opened(meeting, _learned(state)),
            went_well=self._opened(meeting, _went_well(state)),
            to_try=self._opened(meeting, _to_try(state)),
            tried=self.tried.get(meeting.pk, ""),
            had_its_chance=place > 0,
        )

    def _opened(
        self, meeting: Meeting, places: list[tuple[str, str]]
    ) -> tuple[Said, ...]:
        return tuple(
            Said(words, self.names.get(person, ""))
            for person, place in places
            if (words := self.said.get(Spoken(meeting.pk, place)))
        )
