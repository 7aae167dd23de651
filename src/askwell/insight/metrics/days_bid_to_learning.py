"""How long does it take from a question to having learned from acting on it?"""

from askwell.insight.metric import FEWEST_PEOPLE, Benefit, Metric, Unit
from askwell.process.words import _

DAYS_BID_TO_LEARNING = Metric(
    name="days_bid_to_learning",
    title=_("Days from bid to closed loop"),
    unit=Unit.DAYS,
    asks=_(
        "How long does it take from a question to having learned from acting on it?"
    ),
    reads=_(
        "It took so many days on average from bringing a topic until its "
        "owner reported what they learned from an action."
    ),
    cannot_tell=_("How much was learned, and anything of loops that are still open."),
    formula=_(
        "Mean of the days from the slot in which a topic was brought to the "
        "first report-back of one of its actions that says what was learned, "
        "for first such report-backs of the quarter."
    ),
    source=_("After Revans’ cycle of action and learning; Askwell’s own indicator."),
    benefits=(
        Benefit.PROBLEM_SOLVING,
        Benefit.LEARNING_FOCUSED,
    ),
    told_by="measuring",
    fewest_counted=FEWEST_PEOPLE,
    lowest=0,
    more_is_better=False,
)
