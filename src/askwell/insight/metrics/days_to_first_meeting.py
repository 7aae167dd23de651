"""How long a set waited for its first meeting."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

DAYS_TO_FIRST_MEETING = Metric(
    name="days_to_first_meeting",
    title=_("Days to the first meeting"),
    unit=Unit.DAYS,
    asks=_("How soon does a new set meet?"),
    reads=_(
        "The mean of the sets that met for the first time in this quarter, from the"
        " day they were put together. What waits long often never begins."
    ),
    cannot_tell=_("Anything of the sets that have not met yet."),
    formula=_("Mean of the days from a set’s making to its first meeting"),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.PROBLEM_SOLVING,),
    told_by="changes",
    of_people=False,
    more_is_better=False,
)
