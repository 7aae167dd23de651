"""How many themes several sets have told of."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

THEMES_SHARED = Metric(
    name="themes_shared",
    title=_("Themes that sets share"),
    unit=Unit.COUNT,
    asks=_("How many themes run through what members of several sets have told?"),
    reads=_(
        "A theme is found only in texts that their authors published, and only where "
        "at least two sets tell of it. It shows where people work on the same thing "
        "without knowing of one another."
    ),
    cannot_tell=_(
        "What sets work on and do not tell; whether a theme matters. Alike words are "
        "not always alike thoughts."
    ),
    formula=_(
        "groups of published texts that are alike on average, with texts of at least "
        "two sets and two people and words that both use"
    ),
    source=_("Askwell’s own; the texts are compared on this server alone"),
    benefits=(Benefit.CULTURE,),
    told_by="stories",
    is_mean=False,
)
