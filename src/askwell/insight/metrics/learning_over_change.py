"""Revans’ law: how much was learned for how much changed."""

from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

LEARNING_OVER_CHANGE = Metric(
    name="learning_over_change",
    title=_("Learning for change"),
    unit=Unit.RATIO,
    asks=_("Do we learn at least as fast as things change?"),
    reads=_(
        "At 1 learning keeps up; below, what nobody has learned from grows; above, "
        "it shrinks. Read the band with it: with few changes much is chance."
    ),
    cannot_tell=_(
        "That learning was caused by anything, or that the right things were "
        "learned. No validated measure of this exists."
    ),
    formula=_(
        "L/C; the band is where it lies four times in five, by Jeffreys’ interval "
        "for the ratio of two Poisson rates"
    ),
    source=_(
        "Askwell’s own indicator, after R. W. Revans, ABC of Action Learning (1983)."
    ),
    benefits=(Benefit.CHANGE,),
    told_by="changes",
    stands=False,
    more_is_better=True,
)
