"""How many people were members of a set."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

PEOPLE_REACHED = Metric(
    name="people_reached",
    title=_("People in sets"),
    unit=Unit.COUNT,
    asks=_("How many people were members of a set that met in these months?"),
    reads=_(
        "At least so many: people are counted in fives. Beside the facilitators there "
        "are, it says how far action learning reaches."
    ),
    cannot_tell=_("What being in a set did for them, or whether they came."),
    formula=_(
        "members of sets that held a meeting in the quarter, each once, rounded down "
        "to fives"
    ),
    source=_("Askwell’s own"),
    benefits=(Benefit.COST, Benefit.LEARNING_CULTURE),
    told_by="valuing",
    is_mean=False,
    of_people=False,
)
