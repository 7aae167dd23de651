"""What owners estimate and managers count adds to the figures of a quarter."""

from collections.abc import Iterator

from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated, Tally
from askwell.insight.valuing import cost_of, return_on_investment, rounded
from askwell.web.programmes.models import Programme
from askwell.web.valuing.models import Costing
from askwell.web.valuing.queries.spared import Sum, sum_of
from askwell.web.valuing.queries.time import Took, time_in

IN_STEPS_OF = 5
DIGITS_OF_COST = 3


def tallies(programme: Programme, quarter: Quarter) -> Iterator[Tally | Stated]:
    """Sums of money in a few digits, people in fives; a handful of queries.

    All of them speak of everybody who was in a set that met: whoever estimated
    nothing could have.
    """
    took = time_in(programme, quarter)
    if not took.sets:
        return
    yield _reached(took)
    costing = Costing.objects.filter(programme=programme).first()
    if costing is None or not costing.rates.are_complete:
        return
    spent = rounded(cost_of(took.spent, costing.rates).total, digits=DIGITS_OF_COST)
    yield _stated("cost", spent, took)
    if spent:
        spared = sum_of(programme, quarter, currency=costing.currency)
        yield from _spared(took, spared, spent)


def _reached(took: Took) -> Stated:
    people = len(took.people)
    return _stated("people_reached", people - people % IN_STEPS_OF, took)


def _spared(took: Took, spared: Sum, spent: float) -> Iterator[Stated]:
    """What was spared, and what follows from it: always all three, or none.

    Each of them gives the other two away, so they are weighed alike in every quarter.
    With too few estimates they speak of nobody, and are withheld.
    """
    told = took if spared.may_be_told else Took(took.spent)
    amount = rounded(spared.amount) if spared.may_be_told else 0.0
    gained = return_on_investment(benefits=amount, costs=spent)
    yield _stated("avoided_spend", amount, told)
    yield _stated("net_benefit", amount - spent, told)
    yield _stated("return_on_investment", rounded(gained or 0.0), told)


def _stated(metric: str, value: float, took: Took) -> Stated:
    return Stated(metric, float(value), people=took.people, sets=took.sets)
