"""Do people put into words what they have learned?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.words import _


def slots_with_learning(told: Told) -> Sum | None:
    learned = {each.slot for each in told.learnings}
    later = {each.person for each in told.learnings if each.slot is None}
    found = [slot.number in learned or slot.presenter in later for slot in told.worked]
    return part_of(sum(found), len(found))


SLOTS_WITH_LEARNING = Metric(
    name="slots_with_learning",
    title=_("Learnings noted"),
    unit=Unit.SHARE,
    asks=_("Do people put into words what they have learned?"),
    reads=_(
        "A slot is the time in which a set works on one member’s topic. After so "
        "many of them somebody noted a learning, or the presenter did later in the "
        "meeting."
    ),
    cannot_tell=_(
        "How deep the learning is, and what was learned without being written down."
    ),
    formula=_(
        "Slots with at least one learning noted in them, or by their "
        "presenter outside any slot / slots whose topic was not withdrawn."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.REFLECTION,),
    of_meeting=slots_with_learning,
    lowest=0,
    highest=1,
    more_is_better=True,
)
