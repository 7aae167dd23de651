"""How many people put a question to the presenter?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, sum_of
from askwell.insight.told import Told
from askwell.process.words import _


def questioners_per_slot(told: Told) -> Sum | None:
    asked = {(each.slot, each.person) for each in told.questions}
    slots = [slot for slot, _person in asked]
    counts = [slots.count(each.number) for each in told.worked if each.number in slots]
    return sum_of(counts) if counts else None


QUESTIONERS_PER_SLOT = Metric(
    name="questioners_per_slot",
    title=_("People who ask, for each topic worked on"),
    unit=Unit.PER,
    asks=_("How many people put a question to the presenter?"),
    reads=_(
        "In a slot, the time for one member’s topic, so many different people "
        "wrote at least one question. In a set of six with a facilitator, up to "
        "five can."
    ),
    cannot_tell=_("Who listened with care and asked nothing."),
    formula=_(
        "Different people who wrote a question / slots in which a question "
        "was written and the topic was not withdrawn."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(
        Benefit.QUESTIONING,
        Benefit.TEAMWORK,
    ),
    of_meeting=questioners_per_slot,
    lowest=0,
    more_is_better=True,
)
