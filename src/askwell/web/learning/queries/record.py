"""A person's learning record, over all sets and years."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from askwell.web.learning.queries.gathering import (
    Gathered,
    gather,
    meetings_of,
    own_actions,
)
from askwell.web.learning.queries.parts import Chosen, Learned, Time
from askwell.web.people.models import Person

Part = Time | Chosen | Learned


@dataclass(frozen=True)
class Year:
    """What began in one year; what came of it stays with what it came of."""

    number: int
    times: tuple[Time, ...]
    actions: tuple[Chosen, ...]
    """Chosen outside of one's own time: between meetings, or of an older log."""
    learned: tuple[Learned, ...]


@dataclass(frozen=True)
class Record:
    """The newest year first; within a year, in the order of time."""

    years: tuple[Year, ...]
    sets: tuple[UUID, ...]
    """The sets whose words it holds."""

    @property
    def is_empty(self) -> bool:
        return not self.years


def record_of(person: Person) -> Record:
    """Own words and kept questions, also from sets the person has left."""
    meetings = list(meetings_of(person))
    actions = list(own_actions(person))
    gathered = gather(person, meetings, actions)
    parts: list[Part] = [*gathered.times, *gathered.actions, *gathered.learned]
    sets = dict.fromkeys(each.set_id for each in parts)
    return Record(years=tuple(_years(gathered)), sets=tuple(sets))


def _years(gathered: Gathered) -> list[Year]:
    with_a_time = {each.id for time in gathered.times for each in time.actions}
    alone = [each for each in gathered.actions if each.id not in with_a_time]
    parts: list[Part] = [*gathered.times, *alone, *gathered.learned]
    numbers = {_year(each) for each in parts}
    return [
        Year(
            number=number,
            times=tuple(each for each in gathered.times if _year(each) == number),
            actions=tuple(each for each in alone if _year(each) == number),
            learned=tuple(each for each in gathered.learned if _year(each) == number),
        )
        for number in sorted(numbers, reverse=True)
    ]


def _year(each: Part) -> int:
    """By the reader's own calendar."""
    return timezone.localtime(each.at).year
