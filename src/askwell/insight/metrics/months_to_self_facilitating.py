"""How long it took sets to facilitate themselves."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

MONTHS_TO_SELF_FACILITATING = Metric(
    name="months_to_self_facilitating",
    title=_("Months until a set facilitates itself"),
    unit=Unit.PER,
    asks=_("How soon does a set need no facilitator?"),
    reads=_(
        "The mean of the sets that moved for the first time in this quarter, from "
        "their first meeting to the vote of all their members. Sooner is not better: "
        "it takes as long as it takes."
    ),
    cannot_tell=_("Anything of the sets that have not moved, which may be well off."),
    formula=_(
        "Mean of the months (of 30.44 days) from a set’s first meeting to the vote by "
        "which it first moved"
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.CULTURE,),
    told_by="handing",
    stands=False,
    lowest=0.0,
)
