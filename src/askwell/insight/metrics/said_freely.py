"""After a meeting, could people say what they needed to say?"""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

SAID_FREELY = Metric(
    name="said_freely",
    title=_("I could say what I needed to say"),
    unit=Unit.SCALE,
    asks=_("After a meeting, could people say what they needed to say?"),
    reads=_("From 1 to 3. Near 3, nearly everybody said yes."),
    cannot_tell=_("What was left unsaid, and by whom."),
    formula=_(
        "Mean of no = 1, partly = 2, yes = 3 over the taps after meetings, of"
        " meetings where at least four tapped."
    ),
    source=_("Askwell’s own two taps after a meeting."),
    benefits=(Benefit.SAFETY,),
    told_by="surveys",
    lowest=1,
    highest=3,
    more_is_better=True,
)
