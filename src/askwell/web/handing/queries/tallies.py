"""What sets that facilitate themselves add to the figures of a quarter."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Min, Q

from askwell.insight.metrics.months_to_self_facilitating import (
    MONTHS_TO_SELF_FACILITATING,
)
from askwell.insight.metrics.self_facilitating import SELF_FACILITATING
from askwell.insight.periods import Quarter
from askwell.insight.tally import Sum, Tally
from askwell.web.programmes.models import (
    Belonging,
    LearningSet,
    Programme,
    SetMembership,
    Vote,
)

MONTH = timedelta(days=30.44)
TURNS = Vote.Kind.TURNS


def tallies(programme: Programme, quarter: Quarter) -> Iterator[Tally]:
    """One for each set that has met and goes on; three queries, however many sets."""
    moves = _moves(programme, quarter)
    people = _members(programme, quarter)
    for learning_set, first_met in _first_meetings(programme, quarter).items():
        among, voted = frozenset(people[learning_set]), moves[learning_set]
        in_turns = float(voted[-1:] != [] and voted[-1][0] == TURNS)
        share = Sum(in_turns, 1.0, in_turns)
        yield Tally(SELF_FACILITATING.name, learning_set, share, among)
        first = next((at for kind, at in voted if kind == TURNS), None)
        if first is not None and quarter.holds(first):
            months = max(0.0, (first - first_met) / MONTH)
            told = Sum(months, 1.0, months**2)
            yield Tally(MONTHS_TO_SELF_FACILITATING.name, learning_set, told, among)


def _first_meetings(programme: Programme, quarter: Quarter) -> dict[UUID, datetime]:
    """Of the sets that have met by the quarter’s end and go on then."""
    goes_on = Q(ended_at__isnull=True) | Q(ended_at__gte=quarter.until)
    met = LearningSet.objects.filter(goes_on, cohort__programme=programme).annotate(
        first_met=Min("meetings__closed_at")
    )
    held = met.filter(first_met__lt=quarter.until)
    return dict(held.order_by("pk").values_list("pk", "first_met"))


def _moves(
    programme: Programme, quarter: Quarter
) -> Mapping[UUID, list[tuple[str, datetime]]]:
    """The carried votes of each set up to the quarter’s end, the oldest first."""
    carried = Vote.objects.filter(
        learning_set__cohort__programme=programme,
        outcome=Vote.Outcome.CARRIED,
        closed_at__lt=quarter.until,
    ).order_by("closed_at")
    found: defaultdict[UUID, list[tuple[str, datetime]]] = defaultdict(list)
    for learning_set, kind, at in carried.values_list(
        "learning_set_id", "kind", "closed_at"
    ):
        if at is not None:
            found[learning_set].append((kind, at))
    return found


def _members(programme: Programme, quarter: Quarter) -> Mapping[UUID, set[UUID]]:
    """At any time of the quarter: each of them could have said no."""
    stayed = Q(left_at__isnull=True) | Q(left_at__gte=quarter.since)
    there = SetMembership.objects.filter(
        stayed,
        learning_set__cohort__programme=programme,
        belonging=Belonging.MEMBER,
        joined_at__lt=quarter.until,
    )
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for learning_set, person in there.values_list("learning_set_id", "person_id"):
        found[learning_set].add(person)
    return found
