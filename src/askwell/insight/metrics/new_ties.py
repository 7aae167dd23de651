"""Have people found others to turn to since the programme began?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

NEW_TIES = Metric(
    name="new_ties",
    title=_("New ties for each person"),
    unit=Unit.PER,
    asks=_("Have people found others to turn to since the programme began?"),
    reads=_(
        "People named after and not before, for each person who answered both times."
    ),
    cannot_tell=_("Whether they would have met in any case."),
    formula=_(
        "Ties named at the end and not at the beginning, divided by people "
        "who answered both times."
    ),
    source=_("Askwell’s own question: whom could I turn to when I am stuck?"),
    benefits=(Benefit.NETWORKING,),
    told_by="surveys",
    lowest=0,
    more_is_better=True,
)
