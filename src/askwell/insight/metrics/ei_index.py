"""Do people turn to others outside their own area or organisation?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

EI_INDEX = Metric(
    name="ei_index",
    title=_("Ties across and inside areas"),
    unit=Unit.INDEX,
    asks=_("Do people turn to others outside their own area or organisation?"),
    reads=_(
        "From -1, all ties stay inside, to 1, all ties cross. A rise from "
        "before to after says that areas come together."
    ),
    cannot_tell=_("How good a tie is, and which ties there are that nobody named."),
    formula=_("(E - I) / (E + I): E ties that cross areas, I ties inside one."),
    source=_(
        "Krackhardt and Stern (1988), over the answers to Askwell’s own question."
    ),
    benefits=(Benefit.NETWORKING,),
    told_by="surveys",
    lowest=-1,
    highest=1,
)
