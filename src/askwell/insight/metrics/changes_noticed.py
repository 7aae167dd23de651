"""How much changed around people in a quarter, as they noticed it."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

CHANGES_NOTICED = Metric(
    name="changes_noticed",
    title=_("Changes noticed"),
    unit=Unit.COUNT,
    asks=_("How much is changing around us?"),
    reads=_(
        "The changes entered in the log, each counted once, twice or three times by"
        " how much it changes."
    ),
    cannot_tell=_(
        "What nobody entered. A quiet quarter may be one in which nobody looked."
    ),
    formula=_("C = sum of the impact (1 to 3) of the changes noticed in the quarter"),
    source=_(
        "Askwell’s own indicator, after R. W. Revans, ABC of Action Learning (1983)."
    ),
    benefits=(Benefit.CHANGE,),
    told_by="changes",
    of_people=False,
    is_mean=False,
)
