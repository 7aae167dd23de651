"""Who facilitated which slot, and who watched it: what logs of closed meetings show."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from askwell.insight.reading import KINDS, Entry, Reading
from askwell.insight.told import Told, told
from askwell.process.people import Belonging, PersonId
from askwell.web.meetings.models import Entry as EntryRow
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person

BEGAN, ENDED = "SlotBegan", "SlotEnded"
HANDED: Final = ("RoleHandedOver", "RoleTakenBack", "FacilitatorAppointed")


@dataclass(frozen=True)
class Worked:
    """One slot that was worked in.

    `number` counts the meeting's slots from 1; the log calls it by its `key`.
    `led_by` is everybody who facilitated some of it, `watched_by` the observers who
    were there from its beginning to its end.
    """

    meeting: Meeting
    number: int
    key: int
    presenter: PersonId
    led_by: frozenset[PersonId]
    watched_by: frozenset[PersonId]

    def was_led_by(self, person: Person, *, alone: bool = False) -> bool:
        mine = str(person.pk)
        return self.led_by == {mine} if alone else mine in self.led_by

    def was_watched_by(self, person: Person) -> bool:
        return str(person.pk) in self.watched_by


@dataclass(frozen=True)
class Looked:
    """A closed meeting and what its log tells, without a word of what was said."""

    meeting: Meeting
    told: Told
    slots: tuple[Worked, ...]

    def led_by(self, person: Person) -> list[Worked]:
        return [each for each in self.slots if each.was_led_by(person)]


def looked_at(meetings: Iterable[Meeting]) -> list[Looked]:
    """In one query; those of which nothing can be read are left out."""
    rows = {each.pk: each for each in meetings if each.closed_at and each.head}
    entries = _entries(rows)
    return [_looked(rows[key], entries[key]) for key in rows if key in entries]


def look_at(meeting: Meeting) -> Looked | None:
    return next(iter(looked_at([meeting])), None)


def was_led_by(meeting: Meeting, person: Person) -> bool:
    found = look_at(meeting)
    return found is not None and bool(found.led_by(person))


def _entries(meetings: Collection[UUID]) -> dict[UUID, list[Entry]]:
    found: defaultdict[UUID, list[Entry]] = defaultdict(list)
    rows = EntryRow.objects.filter(meeting__in=meetings, kind__in=KINDS)
    values = rows.order_by("meeting_id", "number").values_list(
        "meeting_id", "number", "kind", "person", "data"
    )
    for meeting, *entry in values:
        found[meeting].append(Entry(*entry))
    return found


def _looked(meeting: Meeting, entries: list[Entry]) -> Looked:
    facts = told(entries)
    seen = _Seen()
    seen.read(entries)
    slots = tuple(
        Worked(
            meeting=meeting,
            number=number,
            key=each.number,
            presenter=each.presenter,
            led_by=frozenset(seen.led[each.number]),
            watched_by=frozenset(seen.to_the_end.get(each.number, ())),
        )
        for number, each in enumerate(facts.slots, 1)
        if each in facts.worked and each.how is not None
    )
    return Looked(meeting, facts, slots)


@dataclass
class _Seen:
    """Goes through a log and keeps who led and who watched each slot."""

    led: dict[int, set[PersonId]] = field(default_factory=dict)
    from_the_start: dict[int, set[PersonId]] = field(default_factory=dict)
    to_the_end: dict[int, set[PersonId]] = field(default_factory=dict)

    def read(self, entries: Iterable[Entry]) -> None:
        reading = Reading()
        for entry in entries:
            reading.read([entry])
            if entry.kind == BEGAN:
                self._began(entry, reading)
            elif (slot := self._worked_in(entry, reading)) is not None:
                self._went_on(slot, entry, reading)

    def _began(self, entry: Entry, reading: Reading) -> None:
        slot, leads = entry.data["slot"], entry.data.get("facilitator")
        self.led[slot] = {leads} if leads else set()
        self.from_the_start[slot] = set(_observers(reading))

    def _worked_in(self, entry: Entry, reading: Reading) -> int | None:
        """The slot that ends now or goes on, also where its end was undone."""
        if entry.kind == ENDED:
            return int(entry.data["slot"])
        last = reading.slots[-1] if reading.slots else None
        return last.number if last and last.how is None else None

    def _went_on(self, slot: int, entry: Entry, reading: Reading) -> None:
        """Whoever goes out in between has not seen all of it."""
        if entry.kind in HANDED:
            self.led[slot].add(entry.data.get("to", entry.person))
        self.from_the_start[slot] &= set(_observers(reading))
        if entry.kind == ENDED:
            self.to_the_end[slot] = set(self.from_the_start[slot])


def _observers(reading: Reading) -> Iterator[PersonId]:
    watching = Belonging.OBSERVER.value
    return (each for each in reading.here if reading.people.get(each) == watching)
