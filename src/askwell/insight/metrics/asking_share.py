"""Do we ask rather than tell?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.choices import HeardAs
from askwell.process.listening import IN_STEPS_OF, in_whole_steps
from askwell.process.words import _

ASKED = (HeardAs.OPEN_QUESTION, HeardAs.CLOSED_QUESTION)


def asking_share(told: Told) -> Sum | None:
    heard = told.heard[: in_whole_steps(len(told.heard))] or told.tallied
    if len(heard) < IN_STEPS_OF:
        return None
    asked = sum(each in ASKED for each in heard)
    return part_of(asked, asked + sum(each.steers for each in heard))


ASKING_SHARE = Metric(
    name="asking_share",
    title=_("Asking against telling"),
    unit=Unit.SHARE,
    asks=_("Do we ask rather than tell?"),
    reads=_(
        "Of the turns that asked or told, so many asked. A question that "
        "could be heard as advice counts as telling. Known only of meetings "
        "in which everybody let captions be read, or in which turns were "
        "counted by hand and the set was shown the count."
    ),
    cannot_tell=_(
        "Anything about meetings in which nobody counted. The coach may take "
        "a turn for what it is not."
    ),
    formula=_(
        "(Open + closed questions) / (open + closed questions + advice + "
        "advice as a question). Turns in captions count in whole fives; turns "
        "counted by hand count where none were heard in captions."
    ),
    source=_(
        "Ask and tell after Marquardt, Leading with Questions (2005); "
        "Askwell’s own count."
    ),
    benefits=(
        Benefit.QUESTIONING,
        Benefit.LISTENING,
    ),
    of_meeting=asking_share,
    lowest=0,
    highest=1,
    more_is_better=True,
    action_learning_only=True,
)
