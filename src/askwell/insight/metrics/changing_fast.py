"""How fast do things change, to those who are asked?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

CHANGING_FAST = Metric(
    name="changing_fast",
    title=_("Our surroundings change fast"),
    unit=Unit.SCALE,
    asks=_("How fast do things change, to those who are asked?"),
    reads=_("From 0 to 10. Neither end is good or bad."),
    cannot_tell=_("The true rate of change."),
    formula=_(
        "Mean of all answers to its items; reversed items are turned round "
        "(lowest plus highest minus the answer). A set’s answers to an item "
        "count where at least four answered it."
    ),
    source=_(
        "Askwell’s own items (see the reference of instruments). After "
        "Revans’ law; no validated measure of it was found."
    ),
    benefits=(Benefit.CHANGE,),
    told_by="surveys",
    lowest=0,
    highest=10,
)
