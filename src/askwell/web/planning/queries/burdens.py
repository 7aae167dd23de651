"""What the dates of meetings mean on each member's own clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from askwell.web.people.models import Person
from askwell.web.planning.series import Local, Move, bad_hours, moves_for


@dataclass(frozen=True)
class Shift:
    """The days on which somebody's clock shows this hour instead of the usual one."""

    then: time
    usual: time
    days: list[datetime]


@dataclass(frozen=True)
class Burden:
    """For one person: the meetings whose hour moves, and those at a bad hour."""

    person: Person
    moves: list[Move]
    bad: list[Local]

    @property
    def shifts(self) -> list[Shift]:
        """The moves, those to the same hour together."""
        hours = {move.then.time(): move.usual for move in self.moves}
        return [
            Shift(then, usual, [m.then for m in self.moves if m.then.time() == then])
            for then, usual in hours.items()
        ]

    @property
    def hours(self) -> list[str]:
        """The bad hours as that person's clock shows them, each once."""
        return sorted({f"{each.then:%H:%M}" for each in self.bad})


def burdens_on(people: Iterable[Person], starts: Sequence[datetime]) -> list[Burden]:
    """Whoever has any; the most meetings at a bad hour first."""
    burdens = [_burden(person, starts) for person in people]
    found = [each for each in burdens if each.moves or each.bad]
    return sorted(found, key=lambda each: (-len(each.bad), str(each.person)))


def _burden(person: Person, starts: Sequence[datetime]) -> Burden:
    zone = ZoneInfo(person.time_zone)
    return Burden(person, moves_for(zone, starts), bad_hours(zone, starts))
