"""Do meetings begin with what became of the last actions?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.words import _


def report_backs_first(told: Told) -> Sum | None:
    waiting = [each for each in told.carried if each.person in told.came]
    if not waiting:
        return None
    first = min((slot.number for slot in told.slots), default=None)
    early = [
        each.reported is not None and (first is None or each.reported < first)
        for each in waiting
    ]
    return part_of(any(early), 1)


REPORT_BACKS_FIRST = Metric(
    name="report_backs_first",
    title=_("Meetings that open with report-backs"),
    unit=Unit.SHARE,
    asks=_("Do meetings begin with what became of the last actions?"),
    reads=_(
        "Of the meetings to which somebody came with an open action, so many "
        "heard at least one report-back before the first slot."
    ),
    cannot_tell=_("What was reported, and whether actions were done."),
    formula=_(
        "Meetings with a report-back before the first slot / meetings to "
        "which the owner of an open action came."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.LEARNING_FOCUSED,),
    of_meeting=report_backs_first,
    lowest=0,
    highest=1,
    more_is_better=True,
)
