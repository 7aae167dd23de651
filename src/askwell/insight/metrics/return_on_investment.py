"""Phillips' return on investment, with its caveats."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

RETURN_ON_INVESTMENT = Metric(
    name="return_on_investment",
    title=_("Return on what was spent"),
    unit=Unit.RATIO,
    asks=_("For what was spent, how much more came back than went in?"),
    reads=_(
        "0 is even; 0.25 is a quarter more than was spent, −0.25 a quarter less. It is "
        "as good as the estimates in it, so read the order of size and no more."
    ),
    cannot_tell=_(
        "That the programme caused it: a comparison of before and after is no proof. "
        "The estimates are the owners’, and what has no price is not in it."
    ),
    formula=_(
        "(spending spared − cost) ÷ cost, after isolating what is owed to the set and "
        "discounting by confidence; × 100 it is Phillips’ percentage"
    ),
    source=_("Phillips (2003), Return on Investment in Training, level 5"),
    benefits=(Benefit.COST,),
    told_by="valuing",
    is_mean=False,
    more_is_better=True,
    lowest=-1.0,
)
