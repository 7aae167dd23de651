"""A division as it is worked on: its sets, where everybody is, and its figures."""

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace

from askwell.composer.appraising import between
from askwell.composer.appraising.figures import Figures, Summed
from askwell.composer.appraising.judging import Judged, judge
from askwell.composer.proposal import Broken, Proposal, ProposedSet, Rule, Score
from askwell.composer.tables import Tables

# Sets as they are to be; None is: no such set.
Change = Mapping[str, ProposedSet | None]

RULES = tuple(Rule)
# Broken in a set by pairs of its members.
PAIRS = frozenset((Rule.LINE_MANAGER, Rule.MUST_NOT, Rule.EXCLUSIVE))


@dataclass(slots=True)
class Division:
    """What is known of a division; `changed` costs what the sets touched cost.

    A set that went keeps its row, and is None, to come back to its place.
    """

    tables: Tables
    sets: MutableMapping[str, ProposedSet | None] = field(default_factory=dict)
    rows: MutableMapping[str, int] = field(default_factory=dict)
    judged: MutableMapping[str, Judged] = field(default_factory=dict)
    sets_of: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)
    led_by: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)
    figures: Figures = field(default_factory=Figures.none)

    def changed(self, change: Change) -> "Division":
        """What it would be; this one stays as it is."""
        other = Division(
            tables=self.tables,
            sets=ChainMap({}, self.sets),
            rows=ChainMap({}, self.rows),
            judged=ChainMap({}, self.judged),
            sets_of=ChainMap({}, self.sets_of),
            led_by=ChainMap({}, self.led_by),
            figures=self.figures,
        )
        other.put(change)
        return other

    def put(self, change: Change) -> None:
        """Make these sets so."""
        self._clear(change)
        for set_id, new in change.items():
            self.rows.setdefault(set_id, len(self.rows))
            self.sets[set_id] = new
            if new is not None:
                self.judged[set_id] = judge(self.tables, new)
        self._enter(change)
        self.figures = self.figures.replaced(
            (self.rows[set_id], self.judged[set_id] if new else None)
            for set_id, new in change.items()
        )

    def _clear(self, change: Change) -> None:
        for old in (self.sets.get(set_id) for set_id in change):
            if old is None:
                continue
            for who in old.members:
                self.sets_of[who] = _without(self.sets_of[who], old.id)
            if old.facilitator:
                led = self.led_by[old.facilitator]
                self.led_by[old.facilitator] = _without(led, old.id)

    def _enter(self, change: Change) -> None:
        for new in change.values():
            if new is None:
                continue
            for who in new.members:
                self.sets_of[who] = (*self.sets_of.get(who, ()), new.id)
            if new.facilitator:
                led = (*self.led_by.get(new.facilitator, ()), new.id)
                self.led_by[new.facilitator] = tuple(
                    sorted(led, key=self.rows.__getitem__)
                )

    def __getitem__(self, set_id: str) -> ProposedSet:
        found = self.sets[set_id]
        if found is None:
            raise KeyError(set_id)
        return found

    def there(self) -> Iterator[ProposedSet]:
        """The sets, in their order."""
        return (each for each in self.sets.values() if each is not None)

    def set_of(self, person: str) -> str | None:
        """The set somebody of the brief is in."""
        if person not in self.tables.place:
            raise KeyError(person)
        return next(iter(self.sets_of.get(person, ())), None)

    def moving(self, to: Mapping[str, str | None]) -> dict[str, ProposedSet | None]:
        """The sets touched, as they are when these people go where it is said."""
        ways = {who: (self.set_of(who), new) for who, new in to.items()}
        touched = dict.fromkeys(each for way in ways.values() for each in way if each)
        after: dict[str, ProposedSet | None] = {}
        for set_id in touched:
            stay = [who for who in self[set_id].members if who not in to]
            come = [who for who, new in to.items() if new == set_id]
            after[set_id] = replace(self[set_id], members=(*stay, *come))
        return after

    def summed(self) -> Summed:
        """The whole in figures."""
        return self.figures.summed(self.tables.arrays)

    def proposal(self, *, seed: int = 0, steps: int = 0) -> Proposal:
        """The division, scored, with every breach."""
        sets, summed = tuple(self.there()), self.summed()
        score = Score(
            total=summed.total,
            parts=summed.parts,
            fairness=summed.fairness,
            sets={each.id: self.judged[each.id].quality for each in sets},
        )
        return Proposal(sets, score, self.broken(), seed=seed, steps=steps)

    def broken(self) -> tuple[Broken, ...]:
        """Every breach, by rule."""
        strangers = [who for who in self.sets_of if who not in self.tables.place]
        people = [*self.tables.people, *strangers]
        return self.broken_in(self.sets, people=people, leaders=self.led_by)

    def broken_in(
        self, sets: Iterable[str], *, people: Iterable[str], leaders: Iterable[str]
    ) -> tuple[Broken, ...]:
        """The breaches in these sets, and those between sets about these people."""
        people = tuple(people)
        found = [
            broken
            for each in sets
            if self.sets.get(each) is not None
            for broken in self.judged[each].broken
        ]
        found += between.of_people(self.tables, self.sets_of, people)
        found += between.of_must_pairs(self.tables, self.sets_of, people)
        found += between.of_capacities(self.tables, self.led_by, self.judged, leaders)
        found += between.of_number(self.tables, self.figures.sets)
        return tuple(sorted(found, key=lambda each: RULES.index(each.rule)))

    def differences(
        self, change: Change, then: "Division"
    ) -> tuple[tuple[Broken, ...], tuple[Broken, ...]]:
        """The breaches that appear by a change, and those that vanish."""
        old = [self.sets.get(each) for each in change]
        touched = [each for each in (*old, *change.values()) if each is not None]
        people = dict.fromkeys(who for each in touched for who in each.members)
        leaders = dict.fromkeys(e.facilitator for e in touched if e.facilitator)
        was, will = (
            each.broken_in(change, people=people, leaders=leaders)
            for each in (self, then)
        )
        return surplus(will, over=was), surplus(was, over=will)


def surplus(broken: Iterable[Broken], *, over: Iterable[Broken]) -> tuple[Broken, ...]:
    """What is broken here and not there."""
    there, found = Counter(map(_same, over)), []
    for each in broken:
        if there[_same(each)]:
            there[_same(each)] -= 1
        else:
            found.append(each)
    return tuple(found)


def _same(broken: Broken) -> tuple[object, ...]:
    """A rule about a whole set stays broken whoever it is broken by."""
    whole = broken.set_id is not None and broken.rule not in PAIRS
    return broken.rule, broken.set_id, None if whole else broken.about


def _without(sets: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(each for each in sets if each != gone)
