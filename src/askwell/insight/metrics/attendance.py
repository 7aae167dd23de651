"""Do people come to their meetings?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.words import _


def attendance(told: Told) -> Sum | None:
    return part_of(len(told.members & told.came), len(told.members))


ATTENDANCE = Metric(
    name="attendance",
    title=_("Members who come"),
    unit=Unit.SHARE,
    asks=_("Do people come to their meetings?"),
    reads=_(
        "Of the members of the sets that meet, so many came to a meeting. "
        "Only sets whose agreement lets it be known are counted."
    ),
    cannot_tell=_("Why somebody was away."),
    formula=_(
        "Members who came at some time of the meeting / members of the set at "
        "the meeting."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.ENGAGEMENT,),
    of_meeting=attendance,
    lowest=0,
    highest=1,
    more_is_better=True,
)
