"""Whether sets go on of their own accord after the meetings they had agreed."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

RENEWAL = Metric(
    name="renewal",
    title=_("Sets that went on"),
    unit=Unit.SHARE,
    asks=_("Do sets go on when nobody asks them to?"),
    reads=_(
        "Of the sets that came to the end of their agreed meetings in this quarter,"
        " so many decided to go on, or simply met again."
    ),
    cannot_tell=_("Whether those that ended well had any need to go on."),
    formula=_(
        "Sets that went on / sets that went on, paused or ended after their agreed "
        "meetings, in the quarter"
    ),
    source=_("Askwell’s own indicator."),
    benefits=(
        Benefit.ENGAGEMENT,
        Benefit.CULTURE,
    ),
    told_by="changes",
    of_people=False,
    lowest=0.0,
    highest=1.0,
    more_is_better=True,
)
