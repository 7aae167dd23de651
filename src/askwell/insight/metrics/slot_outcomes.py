"""Does a slot bring its presenter forward?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.choices import Outcome
from askwell.process.words import _


def slot_outcomes(told: Told) -> Sum | None:
    marked = [each.outcome for each in told.slots if each.outcome is not None]
    return part_of(len(marked) - marked.count(Outcome.NOT_YET), len(marked))


SLOT_OUTCOMES = Metric(
    name="slot_outcomes",
    title=_("Times that moved the presenter on"),
    unit=Unit.SHARE,
    asks=_("Does a slot bring its presenter forward?"),
    reads=_(
        "Of the times in which a topic was worked on (slots) and its presenter "
        "said so either way, so many brought "
        "clarity, a direction or an action."
    ),
    cannot_tell=_(
        "What would have happened without the slot. Presenters who say "
        "nothing are left out."
    ),
    formula=_(
        "Slots marked by their presenter with clarity, direction or action / "
        "slots marked with anything."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(
        Benefit.ISSUES_SOLVED,
        Benefit.PROBLEM_SOLVING,
    ),
    of_meeting=slot_outcomes,
    lowest=0,
    highest=1,
    more_is_better=True,
)
