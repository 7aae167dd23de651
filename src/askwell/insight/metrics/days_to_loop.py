"""How long it took from noticing a change to having learned from it."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

DAYS_TO_LOOP = Metric(
    name="days_to_loop",
    title=_("Days from change to learning"),
    unit=Unit.DAYS,
    asks=_("How long does it take us to learn from a change?"),
    reads=_(
        "Half of the changes that were learned from this quarter took longer, half "
        "less."
    ),
    cannot_tell=_(
        "Anything of the changes that nobody has learned from yet: those take longest."
    ),
    formula=_(
        "Median of the days from the day a change was noticed to the day its first "
        "loop was closed; of three or more"
    ),
    source=_(
        "Askwell’s own indicator, after R. W. Revans, ABC of Action Learning (1983)."
    ),
    benefits=(
        Benefit.CHANGE,
        Benefit.PROBLEM_SOLVING,
    ),
    told_by="changes",
    stands=False,
    more_is_better=False,
)
