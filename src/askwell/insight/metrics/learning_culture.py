"""Is the place where people work one that learns?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

LEARNING_CULTURE = Metric(
    name="learning_culture",
    title=_("How we learn where we work"),
    unit=Unit.SCALE,
    asks=_("Is the place where people work one that learns?"),
    reads=_("From 1 to 7, over two items for each of Senge’s five disciplines."),
    cannot_tell=_(
        "What those think who take no part, and whether action learning changed it."
    ),
    formula=_(
        "Mean of all answers to its items; reversed items are turned round "
        "(lowest plus highest minus the answer). A set’s answers to an item "
        "count where at least four answered it."
    ),
    source=_(
        "Askwell’s own items (see the reference of instruments). The five "
        "disciplines are Senge’s (1990), who gave no scale."
    ),
    benefits=(
        Benefit.CULTURE,
        Benefit.LEARNING_CULTURE,
    ),
    told_by="surveys",
    lowest=1,
    highest=7,
    more_is_better=True,
)
