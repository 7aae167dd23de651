"""Between which areas or organisations do people turn to one another?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

TIES = Metric(
    name="ties",
    title=_("Ties between areas"),
    unit=Unit.COUNT,
    asks=_("Between which areas or organisations do people turn to one another?"),
    reads=_(
        "How many ties there are between two areas, in either direction, or inside one."
    ),
    cannot_tell=_("Between which people: that is not counted anywhere."),
    formula=_(
        "Ties from people of the one to people of the other, both directions together."
    ),
    source=_("Askwell’s own question: whom could I turn to when I am stuck?"),
    benefits=(Benefit.NETWORKING,),
    told_by="surveys",
    is_mean=False,
    lowest=0,
)
