"""What was spared, less what was spent."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

NET_BENEFIT = Metric(
    name="net_benefit",
    title=_("What was spared, less what was spent"),
    unit=Unit.MONEY,
    asks=_("Did the programme spare more than it cost, as far as people estimate it?"),
    reads=_(
        "Above nought it has paid for itself by this one benefit alone. Below nought "
        "says little: most of what a set brings has no price."
    ),
    cannot_tell=_(
        "That the programme caused it. People estimate for themselves, and better "
        "thinking, trust and safety are not in it at all."
    ),
    formula=_("spending spared − cost, both of the quarter"),
    source=_("Phillips (2003), Return on Investment in Training"),
    benefits=(Benefit.COST,),
    told_by="valuing",
    is_mean=False,
    more_is_better=True,
)
