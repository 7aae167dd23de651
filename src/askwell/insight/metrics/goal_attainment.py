"""How far do topics come, measured by what their owners had hoped?"""

from askwell.insight.metric import FEWEST_PEOPLE, Benefit, Metric, Unit
from askwell.process.words import _

GOAL_ATTAINMENT = Metric(
    name="goal_attainment",
    title=_("Goals reached (50 is as hoped)"),
    unit=Unit.GOAL,
    asks=_("How far do topics come, measured by what their owners had hoped?"),
    reads=_(
        "50 is as hoped; 60 is clearly more, 40 clearly less. Owners judge "
        "for themselves, when they close a topic."
    ),
    cannot_tell=_(
        "What brought it about. Somebody who hopes for little attains it easily. "
        "Owners who did not say how far a topic came are left out."
    ),
    formula=_(
        "T = 50 + 10 sum(wx) / sqrt((1 - rho) sum(w^2) + rho (sum w)^2), with "
        "x from -2 to 2, all weights 1 and rho = 0.30, over the topics that "
        "one owner closed in the quarter; then the mean of the owners."
    ),
    source=_("Goal attainment scaling: Kiresuk and Sherman (1968)."),
    benefits=(Benefit.ISSUES_SOLVED,),
    told_by="measuring",
    fewest_counted=FEWEST_PEOPLE,
    more_is_better=True,
)
