"""The rules about more than one set: everybody once, must pairs, capacities."""

from collections.abc import Iterable, Iterator, Mapping

from askwell.composer.appraising.judging import Judged
from askwell.composer.proposal import Broken, Rule
from askwell.composer.tables import Tables

Sets = tuple[str, ...]


def of_people(
    tables: Tables, sets_of: Mapping[str, Sets], people: Iterable[str]
) -> Iterator[Broken]:
    """Who of these is in no set, in several, or not in the brief."""
    for who in people:
        if len(sets_of.get(who, ())) != (1 if who in tables.place else 0):
            yield Broken(Rule.ASSIGNED_ONCE, None, (who,))


def of_must_pairs(
    tables: Tables, sets_of: Mapping[str, Sets], people: Iterable[str]
) -> Iterator[Broken]:
    """Must pairs of these people that are in different sets."""
    must = tables.arrays.must
    pairs = {
        (min(at, other), max(at, other))
        for at in (tables.place[who] for who in people if who in tables.place)
        for other in must.who[must.at[at] : must.at[at + 1]].tolist()
    }
    for pair in sorted(pairs):
        a, b = (tables.people[at] for at in pair)
        if not _together(sets_of.get(a, ()), sets_of.get(b, ())):
            yield Broken(Rule.MUST, None, (a, b))


def _together(a: Sets, b: Sets) -> bool:
    return bool(set(a) & set(b)) or (not a and not b)


def of_capacities(
    tables: Tables,
    led_by: Mapping[str, Sets],
    judged: Mapping[str, Judged],
    leaders: Iterable[str],
) -> Iterator[Broken]:
    """The sets that somebody takes beyond their capacity: the last of theirs."""
    for leader in leaders:
        at = tables.place_of_facilitator.get(leader)
        if at is None:
            continue
        able = [each for each in led_by.get(leader, ()) if judged[each].led_well]
        for set_id in able[int(tables.arrays.capacity[at]) :]:
            yield Broken(Rule.FACILITATOR, set_id, (leader,))


def of_number(tables: Tables, sets: int) -> list[Broken]:
    """One for each set too many or missing."""
    wanted = int(tables.arrays.sets) or sets
    return [Broken(Rule.NUMBER_OF_SETS)] * abs(sets - wanted)
