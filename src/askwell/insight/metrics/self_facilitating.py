"""How many sets facilitate themselves."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

SELF_FACILITATING = Metric(
    name="self_facilitating",
    title=_("Sets that facilitate themselves"),
    unit=Unit.SHARE,
    asks=_("How many sets have learned to do without a facilitator?"),
    reads=_(
        "Of the sets that have met and go on, so many take turns facilitating at the "
        "quarter’s end, because every member of them voted for it. A set that goes "
        "back to a facilitator has not failed."
    ),
    cannot_tell=_("How well they do it, and whether others would want to."),
    formula=_(
        "Sets whose members take turns / sets that have met and have not ended, at "
        "the quarter’s end"
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.CULTURE, Benefit.LEADERSHIP),
    told_by="handing",
    lowest=0.0,
    highest=1.0,
    more_is_better=True,
)
