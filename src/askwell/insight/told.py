"""What the log of one closed meeting tells, without a word of what was said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from askwell.insight.reading import Entry, Reading, entries_of
from askwell.process.choices import HeardAs, Outcome, SlotEnd
from askwell.process.events import Event
from askwell.process.formats import format_named
from askwell.process.formats.shape import Counting
from askwell.process.people import Belonging, PersonId

WORK_IN_THE_SET = (Belonging.MEMBER, Belonging.GUEST)


class Question(NamedTuple):
    """A question that was put in a slot and not taken back."""

    person: PersonId
    kind: str
    slot: int
    starred: bool


class Offer(NamedTuple):
    """Something offered to the presenter of a slot."""

    person: PersonId
    slot: int
    kept: bool


class Noted(NamedTuple):
    """An action chosen, or a learning noted, in a slot or outside any."""

    person: PersonId
    slot: int | None


class Carried(NamedTuple):
    """An action from an earlier meeting, and when its owner reported back on it."""

    person: PersonId
    reported: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotTold:
    """One presenter's slot; `turns` are all that were noted in it, by person."""

    number: int
    presenter: PersonId
    facilitator: PersonId | None = None
    how: SlotEnd | None = None
    outcome: Outcome | None = None
    turns: Mapping[PersonId, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Told:
    """The facts that metrics are counted from.

    `members` are those the set consisted of at the meeting, here or not; `came` is
    everybody who was there at some time. `apart` did not ask as the others did: they
    shared in facilitating, wrote, or watched. `heard` is what captions were read as
    while everybody allowed it, `tallied` what was counted by hand and shown to the
    set. `levels` are of people whose level is known.
    """

    counting: Counting
    members: frozenset[PersonId] = frozenset()
    came: frozenset[PersonId] = frozenset()
    apart: frozenset[PersonId] = frozenset()
    slots: tuple[SlotTold, ...] = ()
    questions: tuple[Question, ...] = ()
    offers: tuple[Offer, ...] = ()
    actions: tuple[Noted, ...] = ()
    learnings: tuple[Noted, ...] = ()
    carried: tuple[Carried, ...] = ()
    turns: Mapping[PersonId, int] = field(default_factory=dict)
    heard: tuple[HeardAs, ...] = ()
    tallied: tuple[HeardAs, ...] = ()
    levels: Mapping[PersonId, int] = field(default_factory=dict)

    @cached_property
    def people(self) -> frozenset[PersonId]:
        """Everybody whose deeds could be in what is counted."""
        return self.members | self.came

    def asking(self, slot: SlotTold) -> frozenset[PersonId]:
        """Members who were there and neither presented nor facilitated the slot."""
        there = self.members & self.came
        return there - self.apart - {slot.presenter, slot.facilitator}

    @cached_property
    def worked(self) -> tuple[SlotTold, ...]:
        """Slots in which there was something to work on to the end."""
        return tuple(each for each in self.slots if each.how is not SlotEnd.WITHDRAWN)


def told_of(events: Iterable[Event], *, levels: Mapping[PersonId, int]) -> Told:
    """What events in memory tell; for many meetings, `told` reads entries faster."""
    return told(entries_of(events), levels=levels)


def told(
    entries: Iterable[Entry], *, levels: Mapping[PersonId, int] | None = None
) -> Told:
    """The facts of one meeting, in one pass over its entries.

    What was taken back, undone or begun anew is left out, as `process.evolve.replay`
    would have it. Entries of kinds not in `reading.KINDS` may be left away.
    """
    reading = Reading()
    reading.read(entries)
    slots = tuple(_slots(reading))
    numbers = {each.number for each in slots}
    return Told(
        counting=_counting(reading.format, tuple(sorted(reading.options.items()))),
        members=frozenset(
            person
            for person, belonging in reading.people.items()
            if belonging in WORK_IN_THE_SET and person not in reading.removed
        ),
        came=frozenset(reading.came),
        apart=frozenset(reading.apart),
        slots=slots,
        questions=tuple(
            Question(*each) for each in reading.questions.values() if each[2] in numbers
        ),
        offers=tuple(
            Offer(*each) for each in reading.offers.values() if each[1] in numbers
        ),
        actions=tuple(Noted(*each) for each in reading.actions.values()),
        learnings=tuple(Noted(*each) for each in reading.learnings.values()),
        carried=tuple(Carried(*each) for each in reading.carried.values()),
        turns=reading.turns_of_all,
        heard=tuple(map(HeardAs, reading.heard)),
        tallied=tuple(
            HeardAs(heard_as)
            for heard_as, slot in reading.tallied.values()
            if slot in reading.shown and slot in numbers
        ),
        levels=levels or {},
    )


def _slots(reading: Reading) -> Iterator[SlotTold]:
    for number, presenter, facilitator, how in reading.slots:
        outcome = reading.outcomes.get(number)
        yield SlotTold(
            number=number,
            presenter=presenter,
            facilitator=facilitator,
            how=SlotEnd(how) if how else None,
            outcome=Outcome(outcome) if outcome else None,
            turns=reading.turns.get(number, {}),
        )


@lru_cache(maxsize=256)
def _counting(format_: str, options: tuple[tuple[str, Any], ...]) -> Counting:
    return format_named(format_).script(dict(options)).counting
