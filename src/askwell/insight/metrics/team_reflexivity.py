"""Do sets look at how they work, and change it?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

TEAM_REFLEXIVITY = Metric(
    name="team_reflexivity",
    title=_("Looking at how the set works"),
    unit=Unit.SCALE,
    asks=_("Do sets look at how they work, and change it?"),
    reads=_("From 1 to 7. Process reviews that are held and acted on move it."),
    cannot_tell=_("Whether what they changed was better."),
    formula=_(
        "Mean of all answers to its items; reversed items are turned round "
        "(lowest plus highest minus the answer). A set’s answers to an item "
        "count where at least four answered it."
    ),
    source=_("Askwell’s own items (see the reference of instruments)."),
    benefits=(
        Benefit.TEAMWORK,
        Benefit.REFLECTION,
    ),
    told_by="surveys",
    lowest=1,
    highest=7,
    more_is_better=True,
)
