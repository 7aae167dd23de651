"""How often do questions look at the larger whole?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.questions import NAMED_CLOSER
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.kinds import SYSTEMIC_QUESTION
from askwell.process.words import _


def systemic_share(told: Told) -> Sum | None:
    named = [each.kind for each in told.questions if each.kind in NAMED_CLOSER]
    return part_of(named.count(SYSTEMIC_QUESTION.name), len(named))


SYSTEMIC_SHARE = Metric(
    name="systemic_share",
    title=_("Systemic questions"),
    unit=Unit.SHARE,
    asks=_("How often do questions look at the larger whole?"),
    reads=_(
        "Of the questions whose askers said what they do (probe, challenge, "
        "look at the system, or ask to reflect), so many looked at links, "
        "patterns, other people or later effects."
    ),
    cannot_tell=_(
        "How well people understand the system. Plain open questions may look "
        "at it as well; they are left out, because nobody said so."
    ),
    formula=_(
        "Systemic questions / (probing + challenging + systemic + reflective "
        "questions)."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(
        Benefit.SYSTEMIC_THINKING,
        Benefit.STRATEGIC_THINKING,
    ),
    of_meeting=systemic_share,
    lowest=0,
    highest=1,
    action_learning_only=True,
)
