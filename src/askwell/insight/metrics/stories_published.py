"""How much members chose to tell others."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

STORIES_PUBLISHED = Metric(
    name="stories_published",
    title=_("Learnings and stories told to others"),
    unit=Unit.COUNT,
    asks=_("How often did somebody tell others what they learned in their set?"),
    reads=_(
        "Each was offered by its author in their own words, and nobody in the set said "
        "no. More of them means that learning travels further than one set."
    ),
    cannot_tell=_(
        "Whether others read them, or what was learned and never told. A set that "
        "tells nothing may learn most."
    ),
    formula=_(
        "learnings and stories published in the quarter and not taken back when its "
        "figures were made"
    ),
    source=_("Askwell’s own"),
    benefits=(Benefit.CULTURE, Benefit.LEARNING_CULTURE),
    told_by="stories",
    is_mean=False,
)
