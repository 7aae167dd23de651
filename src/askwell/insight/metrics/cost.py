"""What the programme cost in a quarter."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

COST = Metric(
    name="cost",
    title=_("Cost of the programme"),
    unit=Unit.MONEY,
    asks=_("What did the programme cost in these months, people’s time included?"),
    reads=_(
        "It grows with the meetings held. Members’ time is usually the largest part of "
        "it, and the one that other programmes leave out."
    ),
    cannot_tell=_(
        "Whether it was worth it. Time is counted as if every member had come to every "
        "meeting: who came is not looked at."
    ),
    formula=_(
        "hours of facilitators and members × what an hour costs, with the platform "
        "and what else there is, for the quarter; in three digits that count"
    ),
    source=_(
        "Phillips (2003), Return on Investment in Training: costs are counted fully"
    ),
    benefits=(Benefit.COST,),
    told_by="valuing",
    is_mean=False,
    of_people=False,
)
