"""Does the programme stand beside what else is done for leaders?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

INITIATIVES_LINKED = Metric(
    name="initiatives_linked",
    title=_("Other initiatives linked"),
    unit=Unit.COUNT,
    asks=_("Does the programme stand beside what else is done for leaders?"),
    reads=_(
        "So many other initiatives are named on the programme’s page, so that "
        "people find from one to the other."
    ),
    cannot_tell=_(
        "Whether anybody goes from one to the other, and what leaders learn there."
    ),
    formula=_("Initiatives named in the programme at the end of the quarter."),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.LEADERSHIP,),
    told_by="measuring",
    is_mean=False,
    of_people=False,
    lowest=0,
)
