"""How many sets have got past their sixth meeting."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

PAST_SIX = Metric(
    name="past_six",
    title=_("Sets past their sixth meeting"),
    unit=Unit.SHARE,
    asks=_("How many sets have become a habit?"),
    reads=_(
        "Of the sets that have met and go on, so many have met more than six times."
    ),
    cannot_tell=_("What came of the meetings."),
    formula=_(
        "Sets with more than six meetings held / sets that have met and have not ended"
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.CULTURE,),
    told_by="changes",
    of_people=False,
    lowest=0.0,
    highest=1.0,
    more_is_better=True,
)
