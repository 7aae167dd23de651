"""Does the set act on its own process review?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

REVIEWS_TRIED = Metric(
    name="reviews_tried",
    title=_("What the set wanted to try, tried"),
    unit=Unit.SHARE,
    asks=_("Does the set act on its own process review?"),
    reads=_(
        "Of the things a set wanted to try at its next meeting and then spoke "
        "about, so many were tried; tried in part counts half."
    ),
    cannot_tell=_("Whether it helped. Sets that did not say are left out."),
    formula=_("(Tried + half of tried in part) / all answers given in the quarter."),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.LEARNING_FOCUSED,),
    told_by="measuring",
    lowest=0,
    highest=1,
    more_is_better=True,
)
