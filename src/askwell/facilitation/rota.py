"""Whose turn it is to facilitate at the meetings to come, shared out fairly."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from askwell.process.people import PersonId
from askwell.process.rotation import turn_order

Place = tuple[str, int]
"""A meeting's key, and which of its duties, counted from 1."""


@dataclass(frozen=True, slots=True)
class Past:
    """What the rota knows of one person."""

    last_on: date | None = None
    times: int = 0
    named: int = 0
    """Turns at the meetings being shared out; the fewest go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A meeting to come: how many facilitate it, one after another, and who does.

    `presenters` are those booked to present, in order. Where the role is handed on
    from slot to slot, nobody facilitates the slot they present; where one keeps it,
    nobody who presents at all. `not_asked` cannot come, or passed.
    """

    key: str
    on: date
    duties: int = 1
    presenters: tuple[PersonId, ...] = ()
    named: Mapping[int, PersonId] = field(default_factory=dict)
    not_asked: frozenset[PersonId] = frozenset()

    def presents(self, person: PersonId, duty: int) -> bool:
        if self.duties == 1:
            return person in self.presenters
        return self.presenters[duty - 1 : duty] == (person,)

    def has_just_presented(self, person: PersonId, duty: int) -> bool:
        """Then the role would have to be taken in the middle of one’s own time."""
        return duty > 1 and self.presenters[duty - 2 : duty - 1] == (person,)

    def fits(self, person: PersonId, duty: int) -> bool:
        return person not in self.not_asked and not self.presents(person, duty)


def shared_out(
    sittings: Sequence[Sitting], people: Mapping[PersonId, Past], *, seed: int
) -> dict[Place, PersonId]:
    """Who facilitates what, the earliest meeting first; nobody where nobody fits.

    Who is named already stays if it still fits. The others: fewest turns among these
    meetings, then longest since facilitating, then fewest turns ever, then the draw.
    """
    ordered = sorted(sittings, key=lambda each: (each.on, each.key))
    found = {
        (sitting.key, duty): person
        for sitting in ordered
        for duty, person in _still_named(sitting, people)
    }
    known = dict(people)
    for person in found.values():
        known[person] = _named_again(known[person])
    for sitting in ordered:
        for duty in range(1, sitting.duties + 1):
            place = sitting.key, duty
            chosen = found.get(place) or _next(sitting, duty, known, seed=seed)
            if chosen is None:
                continue
            if place not in found:
                found[place] = chosen
                known[chosen] = _named_again(known[chosen])
            known[chosen] = replace(known[chosen], last_on=sitting.on)
    return found


def _still_named(
    sitting: Sitting, people: Mapping[PersonId, Past]
) -> Iterator[tuple[int, PersonId]]:
    for duty, person in sitting.named.items():
        if duty <= sitting.duties and person in people and sitting.fits(person, duty):
            yield duty, person


def _named_again(past: Past) -> Past:
    return replace(past, named=past.named + 1, times=past.times + 1)


def _next(
    sitting: Sitting, duty: int, known: Mapping[PersonId, Past], *, seed: int
) -> PersonId | None:
    able = [person for person in known if sitting.fits(person, duty)]
    rested = [person for person in able if not sitting.has_just_presented(person, duty)]
    return min(
        rested or able, key=lambda one: _rank(one, known[one], seed), default=None
    )


def _rank(person: PersonId, past: Past, seed: int) -> tuple[int, date, int, str]:
    return past.named, *turn_order(person, past.last_on, past.times, seed=seed)
