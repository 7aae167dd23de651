"""After a meeting, is something clearer to people than before?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

CLEARER_NOW = Metric(
    name="clearer_now",
    title=_("Something is clearer to me than before"),
    unit=Unit.SCALE,
    asks=_("After a meeting, is something clearer to people than before?"),
    reads=_("From 1 to 3. Near 3, nearly everybody said yes."),
    cannot_tell=_("What became clear, and whether it will last."),
    formula=_(
        "Mean of no = 1, partly = 2, yes = 3 over the taps after meetings, of"
        " meetings where at least four tapped."
    ),
    source=_("Askwell’s own two taps after a meeting."),
    benefits=(
        Benefit.PROBLEM_SOLVING,
        Benefit.REFLECTION,
    ),
    told_by="surveys",
    lowest=1,
    highest=3,
    more_is_better=True,
)
