"""How many sets have stopped meeting without having decided to."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

LAPSED = Metric(
    name="lapsed",
    title=_("Sets that lapsed"),
    unit=Unit.SHARE,
    asks=_("How many sets have quietly stopped?"),
    reads=_(
        "Of the sets that have meetings to come, so many have not met for twice the"
        " usual interval and have no date."
    ),
    cannot_tell=_("Why. Ask them kindly; often it takes only somebody to set a date."),
    formula=_(
        "Sets without a meeting for twice the interval and without a date / sets "
        "with agreed meetings to come, at the quarter’s end"
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.ENGAGEMENT,),
    told_by="changes",
    of_people=False,
    lowest=0.0,
    highest=1.0,
    more_is_better=False,
)
