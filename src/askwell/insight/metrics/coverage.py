"""How many of those who could have a set have one."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

COVERAGE = Metric(
    name="coverage",
    title=_("People with a set"),
    unit=Unit.SHARE,
    asks=_("For how many people is a set within reach?"),
    reads=_(
        "People who are in a set, of the headcount that the programme’s manager "
        "gave; where none is given, of everybody on the programme’s list."
    ),
    cannot_tell=_("Whether those without a set want one."),
    formula=_(
        "People who are members of a set at the quarter’s end / headcount, or "
        "people on the list"
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.LEARNING_CULTURE,),
    told_by="changes",
    of_people=False,
    lowest=0.0,
    highest=1.0,
    more_is_better=True,
)
