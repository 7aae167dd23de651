"""Do people bring what will matter later, too?"""

from askwell.insight.metric import FEWEST_PEOPLE, Benefit, Metric, Unit
from askwell.process.words import _

STRATEGIC_SHARE = Metric(
    name="strategic_share",
    title=_("Topics beyond the coming weeks"),
    unit=Unit.SHARE,
    asks=_("Do people bring what will matter later, too?"),
    reads=_(
        "Of the topics brought in the quarter whose owner said when it will "
        "show, so many will show this year or beyond it."
    ),
    cannot_tell=_(
        "How strategic the thinking is. Neither many nor few is right: "
        "pressing topics belong here, too."
    ),
    formula=_(
        "Topics whose horizon is this year or beyond / topics with a horizon, "
        "brought to a slot in the quarter."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.STRATEGIC_THINKING,),
    told_by="measuring",
    fewest_counted=FEWEST_PEOPLE,
    lowest=0,
    highest=1,
)
