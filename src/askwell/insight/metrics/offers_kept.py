"""Do people find a use for what others offer them?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.words import _


def offers_kept(told: Told) -> Sum | None:
    return part_of(sum(each.kept for each in told.offers), len(told.offers))


OFFERS_KEPT = Metric(
    name="offers_kept",
    title=_("Offers taken up"),
    unit=Unit.SHARE,
    asks=_("Do people find a use for what others offer them?"),
    reads=_(
        "Of the contacts, documents and hours that were offered, so many were "
        "kept by the presenter."
    ),
    cannot_tell=_("Whether anything came of an offer after the meeting."),
    formula=_("Offers kept by the presenter / offers made and not taken back."),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.COLLABORATION,),
    of_meeting=offers_kept,
    lowest=0,
    highest=1,
    more_is_better=True,
)
