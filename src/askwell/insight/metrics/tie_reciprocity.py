"""Is turning to somebody returned?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

TIE_RECIPROCITY = Metric(
    name="tie_reciprocity",
    title=_("Ties that go both ways"),
    unit=Unit.SHARE,
    asks=_("Is turning to somebody returned?"),
    reads=_(
        "The share of pairs with a tie that named each other. High means peers; low "
        "means that many turn to few."
    ),
    cannot_tell=_("Why somebody is not named back: they may not be stuck."),
    formula=_(
        "Pairs in which each named the other, divided by pairs in which one did, "
        "among people who answered."
    ),
    source=_("Askwell’s own question: whom could I turn to when I am stuck?"),
    benefits=(Benefit.NETWORKING,),
    told_by="surveys",
    lowest=0,
    highest=1,
)
