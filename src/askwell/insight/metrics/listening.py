"""Do people who present feel listened to?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

LISTENING = Metric(
    name="listening",
    title=_("Being listened to"),
    unit=Unit.SCALE,
    asks=_("Do people who present feel listened to?"),
    reads=_(
        "From 1 to 7. Above 5 most presenters felt heard; a fall is worth a "
        "talk about how the sets ask."
    ),
    cannot_tell=_(
        "Whether somebody listened: it is how the one who presented felt about it."
    ),
    formula=_(
        "Mean of all answers to its items; reversed items are turned round "
        "(lowest plus highest minus the answer). A set’s answers to an item "
        "count where at least four answered it."
    ),
    source=_("Askwell’s own items (see the reference of instruments)."),
    benefits=(Benefit.LISTENING,),
    told_by="surveys",
    lowest=1,
    highest=7,
    more_is_better=True,
)
