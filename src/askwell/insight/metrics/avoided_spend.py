"""What people would otherwise have bought, as they estimate it themselves."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

AVOIDED_SPEND = Metric(
    name="avoided_spend",
    title=_("Spending spared, as people estimate it"),
    unit=Unit.MONEY,
    asks=_(
        "What would people have bought from outside, had their sets not helped them?"
    ),
    reads=_(
        "A careful sum: each estimate counts only as far as its owner owes it to the "
        "set and is sure of it, and whoever estimated nothing counts as nothing."
    ),
    cannot_tell=_(
        "What would really have been bought. These are the owners’ own estimates; "
        "nobody has checked them, and nobody else reads them."
    ),
    formula=_(
        "sum of amount × share owed to the set × how sure the owner is, of the "
        "quarter’s estimates; in two digits that count"
    ),
    source=_(
        "Phillips (2003), Return on Investment in Training: owners’ estimates, "
        "isolated and discounted by their confidence"
    ),
    benefits=(Benefit.COST, Benefit.ISSUES_SOLVED),
    told_by="valuing",
    is_mean=False,
    more_is_better=True,
)
