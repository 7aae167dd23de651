"""How often do questions test an assumption?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.questions import NAMED_CLOSER
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.kinds import CHALLENGING_QUESTION
from askwell.process.words import _


def challenging_share(told: Told) -> Sum | None:
    named = [each.kind for each in told.questions if each.kind in NAMED_CLOSER]
    return part_of(named.count(CHALLENGING_QUESTION.name), len(named))


CHALLENGING_SHARE = Metric(
    name="challenging_share",
    title=_("Challenging questions"),
    unit=Unit.SHARE,
    asks=_("How often do questions test an assumption?"),
    reads=_(
        "Of the questions whose askers said what they do (probe, challenge, "
        "look at the system, or ask to reflect), so many tested an assumption "
        "or a contradiction."
    ),
    cannot_tell=_(
        "Which assumptions changed. Plain open questions may challenge as "
        "well; they are left out, because nobody said so."
    ),
    formula=_(
        "Challenging questions / (probing + challenging + systemic + "
        "reflective questions)."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.CRITICAL_THINKING,),
    of_meeting=challenging_share,
    lowest=0,
    highest=1,
    action_learning_only=True,
)
