"""How much of all that was ever noticed nobody has learned from yet."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

UNLEARNED_BACKLOG = Metric(
    name="unlearned_backlog",
    title=_("Not yet learned from"),
    unit=Unit.COUNT,
    asks=_("How much of what changed has nobody learned from yet?"),
    reads=_("Watch whether it grows. As long as it does not, learning keeps up."),
    cannot_tell=_("Whether there was anything to be learned from a change."),
    formula=_("All impact noticed so far - all impact learned from so far"),
    source=_(
        "Askwell’s own indicator, after R. W. Revans, ABC of Action Learning (1983)."
    ),
    benefits=(Benefit.CHANGE,),
    told_by="changes",
    stands=False,
    is_mean=False,
    more_is_better=False,
)
