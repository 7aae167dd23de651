"""Are people in it at work because they want to be?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

ENGAGEMENT = Metric(
    name="engagement",
    title=_("Being in it at work"),
    unit=Unit.SCALE,
    asks=_("Are people in it at work because they want to be?"),
    reads=_("From 1 to 7, asked of those in sets only."),
    cannot_tell=_("Why: work, home and much else weigh on it more than any set."),
    formula=_(
        "Mean of all answers to its items; reversed items are turned round "
        "(lowest plus highest minus the answer). A set’s answers to an item "
        "count where at least four answered it."
    ),
    source=_("Askwell’s own items (see the reference of instruments)."),
    benefits=(Benefit.ENGAGEMENT,),
    told_by="surveys",
    lowest=1,
    highest=7,
    more_is_better=True,
)
