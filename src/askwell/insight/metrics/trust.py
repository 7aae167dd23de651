"""Do people trust those from other areas or organisations?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

TRUST = Metric(
    name="trust",
    title=_("Trust across areas"),
    unit=Unit.SCALE,
    asks=_("Do people trust those from other areas or organisations?"),
    reads=_("From 1 to 7. Compare the first time it was asked with the last."),
    cannot_tell=_("Whether the sets made the difference."),
    formula=_(
        "Mean of all answers to its items; reversed items are turned round "
        "(lowest plus highest minus the answer). A set’s answers to an item "
        "count where at least four answered it."
    ),
    source=_("Askwell’s own items (see the reference of instruments)."),
    benefits=(Benefit.NETWORKING,),
    told_by="surveys",
    lowest=1,
    highest=7,
    more_is_better=True,
)
