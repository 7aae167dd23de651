"""Do real issues move?"""

from askwell.insight.metric import FEWEST_PEOPLE, Benefit, Metric, Unit
from askwell.process.words import _

TOPICS_MOVED_ON = Metric(
    name="topics_moved_on",
    title=_("Topics that came further"),
    unit=Unit.SHARE,
    asks=_("Do real issues move?"),
    reads=_(
        "Of the topics that were brought to a set and closed in the quarter, so "
        "many had brought their owner clarity, a direction or an action, in the "
        "owner’s judgement."
    ),
    cannot_tell=_(
        "What brought it about, and anything of topics that are still open, or "
        "of which their owner did not say what came of them."
    ),
    formula=_(
        "Topics with clarity, a direction or an action / topics brought to a "
        "set, and closed in the quarter with a word on what came of them."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.ISSUES_SOLVED,),
    told_by="measuring",
    fewest_counted=FEWEST_PEOPLE,
    lowest=0,
    highest=1,
    more_is_better=True,
)
