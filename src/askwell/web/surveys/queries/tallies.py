"""What answers add to the figures of a quarter; only of rounds that have closed.

`people` are all who were asked in a set, also those who said nothing. An item counts
in a set only where at least four answered it: a figure of three sets then rests on
twelve answers, and no set's part of it on one or two.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from uuid import UUID

from askwell.insight.instruments import Instrument, score
from askwell.insight.periods import Quarter
from askwell.insight.tally import NOTHING, Stated, Sum, Tally
from askwell.web.programmes.models import Programme
from askwell.web.surveys.models import Asked, Count, Round, Tap, Tapper
from askwell.web.surveys.queries.rounds import instruments_of
from askwell.web.surveys.queries.tie_tallies import tie_tallies
from askwell.web.surveys.taps import ENOUGH

Counts = dict[str, dict[int, int]]


def tallies(programme: Programme, quarter: Quarter) -> Iterator[Tally | Stated]:
    """One for each set and metric of which the quarter has something to tell."""
    yield from _of_rounds(programme, quarter)
    yield from _of_pulses(programme, quarter)
    yield from tie_tallies(programme, quarter)


def closed_in(programme: Programme, quarter: Quarter) -> list[Round]:
    """Those that closed in the quarter, the latest first."""
    rounds = Round.objects.filter(
        programme=programme,
        begun_at__isnull=False,
        closes_at__gte=quarter.since,
        closes_at__lt=quarter.until,
    )
    return list(rounds.select_related("programme").order_by("-closes_at"))


def _of_rounds(programme: Programme, quarter: Quarter) -> Iterator[Tally]:
    """Each instrument of the latest round that asked with it."""
    told: set[str] = set()
    for round_ in closed_in(programme, quarter):
        fresh = [each for each in instruments_of(round_) if each.key not in told]
        told.update(each.key for each in fresh)
        if fresh:
            yield from _of_round(round_, fresh)


def _of_round(round_: Round, instruments: list[Instrument]) -> Iterator[Tally]:
    asked: dict[UUID, set[UUID]] = defaultdict(set)
    pairs = Asked.objects.filter(round=round_)
    for learning_set, person in pairs.values_list("learning_set", "person"):
        asked[learning_set].add(person)
    counts = _counts(round_)
    for learning_set, people in asked.items():
        enough = _enough(counts[learning_set])
        for instrument in instruments:
            for metric in instrument.metrics:
                found = score(instrument, enough, metric=metric)
                if found.weight:
                    yield Tally(metric, learning_set, found, frozenset(people))


def _counts(round_: Round) -> dict[UUID, Counts]:
    counts: dict[UUID, Counts] = defaultdict(lambda: defaultdict(dict))
    rows = Count.objects.filter(round=round_, number__gt=0)
    for one in rows:
        counts[one.learning_set_id][one.item][one.value] = one.number
    return counts


def _enough(counts: Counts) -> Mapping[str, Mapping[int, int]]:
    return {
        item: values
        for item, values in counts.items()
        if sum(values.values()) >= ENOUGH
    }


def _of_pulses(programme: Programme, quarter: Quarter) -> Iterator[Tally]:
    """By set, over its meetings whose pulse closed in the quarter; two queries."""
    inside = {
        "pulse__meeting__learning_set__cohort__programme": programme,
        "pulse__closes_at__gte": quarter.since,
        "pulse__closes_at__lt": quarter.until,
    }
    people: dict[UUID, set[UUID]] = defaultdict(set)
    there = Tapper.objects.filter(**inside)
    for learning_set, person in there.values_list(
        "pulse__meeting__learning_set", "person"
    ):
        people[learning_set].add(person)
    sums: dict[tuple[UUID, str], Sum] = defaultdict(lambda: NOTHING)
    for (learning_set, item, _pulse), counts in _taps(inside).items():
        if sum(counts.values()) >= ENOUGH:
            sums[learning_set, item] += _sum(counts)
    for (learning_set, item), found in sums.items():
        yield Tally(item, learning_set, found, frozenset(people[learning_set]))


def _taps(
    inside: Mapping[str, object],
) -> dict[tuple[UUID, str, UUID], dict[int, int]]:
    taps: dict[tuple[UUID, str, UUID], dict[int, int]] = defaultdict(dict)
    rows = Tap.objects.filter(**inside, number__gt=0).values_list(
        "pulse__meeting__learning_set", "item", "pulse", "value", "number"
    )
    for learning_set, item, pulse, value, number in rows:
        taps[learning_set, item, pulse][value] = number
    return taps


def _sum(counts: Mapping[int, int]) -> Sum:
    return Sum(
        float(sum(value * number for value, number in counts.items())),
        float(sum(counts.values())),
        float(sum(value * value * number for value, number in counts.items())),
    )
