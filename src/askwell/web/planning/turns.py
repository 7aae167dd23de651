"""Whose turn it is to present at the meetings to come, shared out fairly (INV-7)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from askwell.process.people import PersonId
from askwell.process.rotation import turn_order


@dataclass(frozen=True)
class Past:
    """What the rotation knows of one person."""

    presented_on: date | None = None
    slots: int = 0
    booked: int = 0
    """Turns at the meetings being shared out; the fewest go first."""


@dataclass(frozen=True)
class Sitting:
    """A meeting to come: how many may present, who does, and who is not to be asked."""

    key: str
    on: date
    slots: int
    booked: tuple[PersonId, ...] = ()
    not_asked: frozenset[PersonId] = frozenset()

    @property
    def free(self) -> int:
        return max(0, self.slots - len(self.booked))


def shared_out(
    sittings: Sequence[Sitting], people: Mapping[PersonId, Past], *, seed: int
) -> dict[str, tuple[PersonId, ...]]:
    """Whom to offer the free turns of each meeting, the earliest meeting first.

    Fewest turns among these meetings, then longest since presenting, then fewest
    turns ever, then the draw.
    """
    known = _with_bookings(sittings, people)
    offered: dict[str, tuple[PersonId, ...]] = {}
    for sitting in sorted(sittings, key=lambda each: each.on):
        chosen = _next(sitting, known, seed=seed)
        offered[sitting.key] = chosen
        for person in chosen:
            known[person] = _presenting(known[person], on=sitting.on)
            known[person] = replace(known[person], booked=known[person].booked + 1)
        for person in _known(sitting.booked, known):
            known[person] = _presenting(known[person], on=sitting.on)
    return offered


def _with_bookings(
    sittings: Iterable[Sitting], people: Mapping[PersonId, Past]
) -> dict[PersonId, Past]:
    known = dict(people)
    for sitting in sittings:
        for person in _known(sitting.booked, known):
            known[person] = replace(known[person], booked=known[person].booked + 1)
    return known


def _known(people: Iterable[PersonId], known: Collection[PersonId]) -> list[PersonId]:
    return [person for person in people if person in known]


def _next(
    sitting: Sitting, known: Mapping[PersonId, Past], *, seed: int
) -> tuple[PersonId, ...]:
    asked = [
        person
        for person in known
        if person not in sitting.booked and person not in sitting.not_asked
    ]
    asked.sort(key=lambda person: _rank(person, known[person], seed))
    return tuple(asked[: sitting.free])


def _rank(person: PersonId, past: Past, seed: int) -> tuple[int, date, int, str]:
    order = turn_order(person, past.presented_on, past.slots, seed=seed)
    return past.booked, *order


def _presenting(past: Past, *, on: date) -> Past:
    return replace(past, presented_on=on, slots=past.slots + 1)
