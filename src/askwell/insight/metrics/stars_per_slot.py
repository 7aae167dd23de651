"""How many questions in a slot does its presenter find truly helpful?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum, sum_of
from askwell.insight.told import Told
from askwell.process.words import _


def stars_per_slot(told: Told) -> Sum | None:
    written = {each.slot for each in told.questions}
    starred = [each.slot for each in told.questions if each.starred]
    stars = [
        starred.count(each.number) for each in told.worked if each.number in written
    ]
    return sum_of(stars) if stars else None


STARS_PER_SLOT = Metric(
    name="stars_per_slot",
    title=_("Starred questions, for each topic worked on"),
    unit=Unit.PER,
    asks=_("How many questions in a slot does its presenter find truly helpful?"),
    reads=_(
        "Presenters starred so many questions in a slot, the time for their "
        "topic, on average. A rise "
        "says that the set asks more of what helps."
    ),
    cannot_tell=_(
        "Whether a question without a star helped: not every presenter gives stars."
    ),
    formula=_(
        "Questions starred by the presenter / slots in which a question was "
        "written and the topic was not withdrawn."
    ),
    source=_("Askwell’s own indicator."),
    benefits=(
        Benefit.QUESTIONING,
        Benefit.LISTENING,
    ),
    of_meeting=stars_per_slot,
    lowest=0,
    more_is_better=True,
)
