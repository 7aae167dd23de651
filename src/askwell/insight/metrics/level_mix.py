"""Do people of different levels sit together?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

LEVEL_MIX = Metric(
    name="level_mix",
    title=_("Mix of levels"),
    unit=Unit.SHARE,
    asks=_("Do people of different levels sit together?"),
    reads=_(
        "Of the pairs of people who sat in a set together, so many are of "
        "different levels."
    ),
    cannot_tell=_(
        "Whether they speak as equals; see equal turns across levels. People "
        "whose level is not known are left out."
    ),
    formula=_(
        "Pairs of members of different levels / pairs of members whose levels "
        "are known, added up over the sets that met."
    ),
    source=_("As the composer measures a mix of people."),
    benefits=(
        Benefit.MIXED_LEVELS,
        Benefit.NETWORKING,
    ),
    told_by="measuring",
    lowest=0,
    highest=1,
)
