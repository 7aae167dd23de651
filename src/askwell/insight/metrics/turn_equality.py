"""Does everybody in the set get a turn?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.statistics import equality
from askwell.insight.tally import Sum, sum_of
from askwell.insight.told import SlotTold, Told
from askwell.process.words import _

FEWEST = 3


def turn_equality(told: Told) -> Sum | None:
    turns = [turns_in(told, slot) for slot in told.worked]
    values = [equality(each) for each in turns if sum(each) >= len(each) >= FEWEST]
    return sum_of(values) if values else None


def turns_in(told: Told, slot: SlotTold) -> list[int]:
    """How many each member took who could."""
    return [slot.turns.get(person, 0) for person in told.asking(slot)]


TURN_EQUALITY = Metric(
    name="turn_equality",
    title=_("Equal turns"),
    unit=Unit.INDEX,
    asks=_("Does everybody in the set get a turn?"),
    reads=_(
        "1 means that all members took equally many turns in a slot. Near 0, "
        "one member took nearly all of them. Whoever presents or facilitates "
        "is left out."
    ),
    cannot_tell=_(
        "How long a turn was, and what it was worth. Silence can be a gift. "
        "Only turns that were noted count."
    ),
    formula=_(
        "1 - Gini coefficient of the turns of the members there, slot by "
        "slot, of slots with at least as many turns as members; then the mean "
        "of the slots."
    ),
    source=_(
        "After Woolley and others (2010), who found that groups in which "
        "turns are shared solve problems better."
    ),
    benefits=(
        Benefit.COLLABORATION,
        Benefit.TEAMWORK,
    ),
    of_meeting=turn_equality,
    lowest=0,
    highest=1,
    more_is_better=True,
)
