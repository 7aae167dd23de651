"""Between which areas or organisations do people turn to one another?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

TIES = Metric(
    name="ties",
    title=_("Ties between areas, for every ten people"),
    unit=Unit.PER,
    asks=_("Between which areas or organisations do people turn to one another?"),
    reads=_(
        "For every ten people who answered in two areas, how many ties there are "
        "between the two, in either direction; or inside one. So it can be compared "
        "when more people are asked."
    ),
    cannot_tell=_("Between which people: that is not counted anywhere."),
    formula=_(
        "Ten times the ties from people of the one to people of the other, both "
        "directions together, divided by the people of the two who answered."
    ),
    source=_("Askwell’s own question: whom could I turn to when I am stuck?"),
    benefits=(Benefit.NETWORKING,),
    told_by="surveys",
    lowest=0,
)
