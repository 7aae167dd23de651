"""How many facilitators come from the organisations that take part."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

INSIDE_FACILITATORS = Metric(
    name="inside_facilitators",
    title=_("Facilitators from within"),
    unit=Unit.SHARE,
    asks=_("Can the organisations carry their sets themselves?"),
    reads=_(
        "Of those who facilitate sets, so many belong to an organisation of the "
        "programme. A set whose members take turns counts as one from within."
    ),
    cannot_tell=_("How well anybody facilitates."),
    formula=_(
        "Facilitators of an organisation of the programme / all facilitators, at "
        "the quarter’s end"
    ),
    source=_("Askwell’s own indicator."),
    benefits=(Benefit.LEADERSHIP,),
    told_by="changes",
    of_people=False,
    lowest=0.0,
    highest=1.0,
    more_is_better=True,
)
