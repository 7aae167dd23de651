"""Does everybody who is there take part?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, part_of
from askwell.insight.told import Told
from askwell.process.words import _


def participation(told: Told) -> Sum | None:
    there = took = 0
    for slot in told.worked:
        asking = told.asking(slot)
        if any(slot.turns.get(person) for person in asking):
            there += len(asking)
            took += sum(slot.turns.get(person, 0) > 0 for person in asking)
    return part_of(took, there)


PARTICIPATION = Metric(
    name="participation",
    title=_("Members who take part"),
    unit=Unit.SHARE,
    asks=_("Does everybody who is there take part?"),
    reads=_(
        "Of the members who were there and neither presented nor facilitated, "
        "so many took at least one turn in a slot."
    ),
    cannot_tell=_("Why somebody kept silent. Only turns that were noted count."),
    formula=_(
        "Members with a turn / members there, added up over the slots in "
        "which anybody’s turn was noted."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(
        Benefit.TEAMWORK,
        Benefit.ENGAGEMENT,
    ),
    of_meeting=participation,
    lowest=0,
    highest=1,
    more_is_better=True,
)
