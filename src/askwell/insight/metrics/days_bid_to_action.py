"""How soon do people act on what they brought?"""

from askwell.insight.metric import FEWEST_PEOPLE, Benefit, Metric, Unit
from askwell.process.words import _

DAYS_BID_TO_ACTION = Metric(
    name="days_bid_to_action",
    title=_("Days from bid to first step"),
    unit=Unit.DAYS,
    asks=_("How soon do people act on what they brought?"),
    reads=_(
        "It took so many days on average from bringing a topic until its "
        "owner reported a first step."
    ),
    cannot_tell=_(
        "Anything of topics on which nobody has acted yet: those take longest."
    ),
    formula=_(
        "Mean of the days from the slot in which a topic was brought to the "
        "first report-back that an action of it was done, partly done or "
        "changed, for first report-backs of the quarter."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.PROBLEM_SOLVING,),
    told_by="measuring",
    fewest_counted=FEWEST_PEOPLE,
    lowest=0,
    more_is_better=False,
)
