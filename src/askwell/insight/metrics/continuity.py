"""Whether sets that have begun meet again."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

CONTINUITY = Metric(
    name="continuity",
    title=_("Sets that met again"),
    unit=Unit.SHARE,
    asks=_("Do sets that have begun go on meeting?"),
    reads=_(
        "Of the sets that had met before and still had agreed meetings to come, so "
        "many met in this quarter."
    ),
    cannot_tell=_("Why a set did not meet: it may have had good reasons."),
    formula=_(
        "Sets that met in the quarter / sets that had met before it and had "
        "meetings to come"
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.CULTURE,),
    told_by="changes",
    of_people=False,
    lowest=0.0,
    highest=1.0,
    more_is_better=True,
)
