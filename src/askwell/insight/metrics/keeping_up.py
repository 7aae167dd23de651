"""Do people find that the organisation learns as fast as things change?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

KEEPING_UP = Metric(
    name="keeping_up",
    title=_("We learn as fast as things change"),
    unit=Unit.SCALE,
    asks=_("Do people find that the organisation learns as fast as things change?"),
    reads=_(
        "From 0 to 10. Read it beside the learning loops that were closed: "
        "the two may differ, and that is worth a talk."
    ),
    cannot_tell=_(
        "The true rate of learning: it is how it seems to those who are asked."
    ),
    formula=_(
        "Mean of all answers to its items; reversed items are turned round "
        "(lowest plus highest minus the answer). A set’s answers to an item "
        "count where at least four answered it."
    ),
    source=_(
        "Askwell’s own items (see the reference of instruments). After "
        "Revans’ law; no validated measure of it was found."
    ),
    benefits=(Benefit.LEARNING_CULTURE,),
    told_by="surveys",
    lowest=0,
    highest=10,
    more_is_better=True,
)
