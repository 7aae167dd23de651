"""How many of the questions put to presenters invite thinking?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.kinds import CLARIFYING_QUESTION, CLOSED_QUESTION
from askwell.process.words import _

LEFT_OUT = CLARIFYING_QUESTION.name


def open_share(told: Told) -> Sum | None:
    asked = [each.kind for each in told.questions if each.kind != LEFT_OUT]
    closed = asked.count(CLOSED_QUESTION.name)
    return part_of(len(asked) - closed, len(asked))


OPEN_SHARE = Metric(
    name="open_share",
    title=_("Open questions"),
    unit=Unit.SHARE,
    asks=_("How many of the questions put to presenters invite thinking?"),
    reads=_(
        "Of the questions that could be open or closed, so many were open. "
        "Questions of fact have a time of their own and are left out."
    ),
    cannot_tell=_(
        "How a question was meant or heard: its kind is what whoever asked it "
        "chose, and what was not written down is not counted."
    ),
    formula=_(
        "Open questions / (open + closed questions). Probing, challenging, "
        "systemic and reflective questions are open ones."
    ),
    source=_(
        "After the types of questions in the literature on action learning; "
        "Askwell’s own count."
    ),
    benefits=(Benefit.QUESTIONING,),
    of_meeting=open_share,
    lowest=0,
    highest=1,
    more_is_better=True,
    action_learning_only=True,
)
