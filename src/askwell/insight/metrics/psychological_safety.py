"""Can people in the sets say what is uncertain, awkward or went wrong?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

PSYCHOLOGICAL_SAFETY = Metric(
    name="psychological_safety",
    title=_("Feeling safe in the set"),
    unit=Unit.SCALE,
    asks=_("Can people in the sets say what is uncertain, awkward or went wrong?"),
    reads=_(
        "From 1 to 7. Below 4 look at how the sets were put together and "
        "facilitated before anything else."
    ),
    cannot_tell=_(
        "Which set or who is meant, and whether people dared to answer as they felt."
    ),
    formula=_(
        "Mean of all answers to its items; reversed items are turned round "
        "(lowest plus highest minus the answer). A set’s answers to an item "
        "count where at least four answered it."
    ),
    source=_(
        "Askwell’s own items (see the reference of instruments). What it is "
        "about goes back to Edmondson (1999); her items are not used."
    ),
    benefits=(Benefit.SAFETY,),
    told_by="surveys",
    lowest=1,
    highest=7,
    more_is_better=True,
)
