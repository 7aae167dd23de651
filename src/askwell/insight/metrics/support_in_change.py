"""Do people feel held while things change around them?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

SUPPORT_IN_CHANGE = Metric(
    name="support_in_change",
    title=_("Support while things change"),
    unit=Unit.SCALE,
    asks=_("Do people feel held while things change around them?"),
    reads=_("From 1 to 7. Read it beside how much changed in the same quarter."),
    cannot_tell=_("Whether the changes were wise."),
    formula=_(
        "Mean of all answers to its items; reversed items are turned round "
        "(lowest plus highest minus the answer). A set’s answers to an item "
        "count where at least four answered it."
    ),
    source=_("Askwell’s own items (see the reference of instruments)."),
    benefits=(Benefit.CHANGE,),
    told_by="surveys",
    lowest=1,
    highest=7,
    more_is_better=True,
)
