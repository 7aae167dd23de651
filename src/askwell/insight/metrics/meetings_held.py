"""How many meetings were held?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum
from askwell.insight.told import Told
from askwell.process.words import _


def meetings_held(told: Told) -> Sum | None:
    return Sum(1.0, 1.0, 1.0)


MEETINGS_HELD = Metric(
    name="meetings_held",
    title=_("Meetings held"),
    unit=Unit.COUNT,
    asks=_("How many meetings were held?"),
    reads=_("Meetings of all sets that began and were closed in the quarter."),
    cannot_tell=_("How good they were. Sets that meet seldom may meet well."),
    formula=_("Closed meetings of the quarter."),
    source=_("Askwell’s own count."),
    benefits=(Benefit.ENGAGEMENT,),
    of_meeting=meetings_held,
    is_mean=False,
    lowest=0,
    of_people=False,
)
