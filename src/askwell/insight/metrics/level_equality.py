"""Do people of all levels get their turns?"""

from collections import defaultdict
from statistics import fmean

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.statistics import equality
from askwell.insight.tally import Sum, sum_of
from askwell.insight.told import SlotTold, Told
from askwell.process.words import _

FEWEST_LEVELS = 2


def level_equality(told: Told) -> Sum | None:
    found = [_between_levels(told, slot) for slot in told.worked]
    values = [each for each in found if each is not None]
    return sum_of(values) if values else None


def _between_levels(told: Told, slot: SlotTold) -> float | None:
    turns: dict[int, list[int]] = defaultdict(list)
    for person in told.asking(slot) & told.levels.keys():
        turns[told.levels[person]].append(slot.turns.get(person, 0))
    taken = [each for level in turns.values() for each in level]
    if len(turns) < FEWEST_LEVELS or sum(taken) < len(taken):
        return None
    return equality([fmean(each) for each in turns.values()])


LEVEL_EQUALITY = Metric(
    name="level_equality",
    title=_("Equal turns across levels"),
    unit=Unit.INDEX,
    asks=_("Do people of all levels get their turns?"),
    reads=_(
        "1 means that members of each level took equally many turns. Lower, "
        "some levels spoke much more than others."
    ),
    cannot_tell=_(
        "Which level speaks more; that is never counted. People whose level "
        "is not known are left out."
    ),
    formula=_(
        "1 - Gini coefficient of the mean turns of each level, slot by slot, "
        "of slots with members of two levels or more and at least as many "
        "turns as members; then the mean of the slots."
    ),
    source=_(
        "Turn equality (Woolley and others, 2010) between levels: Askwell’s "
        "own indicator."
    ),
    benefits=(Benefit.MIXED_LEVELS,),
    of_meeting=level_equality,
    lowest=0,
    highest=1,
    more_is_better=True,
)
