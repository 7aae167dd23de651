"""How much of what changed somebody learned from for the first time in a quarter."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

CHANGES_LEARNED = Metric(
    name="changes_learned",
    title=_("Changes learned from"),
    unit=Unit.COUNT,
    asks=_("From how much of it did somebody learn something?"),
    reads=_(
        "Changes to which somebody linked, for the first time, an action or a topic"
        " they had finished and learned from; weighted as when they were noticed."
    ),
    cannot_tell=_(
        "How much was learned, or by how many. Who linked anything is known to "
        "themselves alone."
    ),
    formula=_(
        "L = sum of the impact of the changes whose first loop was closed in the "
        "quarter"
    ),
    source=_(
        "Askwell’s own indicator, after R. W. Revans, ABC of Action Learning (1983)."
    ),
    benefits=(Benefit.CHANGE,),
    told_by="changes",
    stands=False,
    is_mean=False,
    more_is_better=True,
)
