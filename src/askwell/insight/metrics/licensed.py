"""One measure for each instrument that others own, told only where it is licensed."""

from askwell.insight.instruments import SLOTS
from askwell.insight.instruments.shape import Slot
from askwell.insight.metric import Benefit, Metric, Unit
from askwell.process.words import _

BENEFITS = {
    "edmondson_1999": Benefit.SAFETY,
    "dloq_a": Benefit.LEARNING_CULTURE,
    "aels": Benefit.LISTENING,
    "uwes_9": Benefit.ENGAGEMENT,
    "mcallister_trust": Benefit.NETWORKING,
    "ctds": Benefit.CRITICAL_THINKING,
    "reflection_2000": Benefit.REFLECTION,
    "systems_thinking_scale": Benefit.SYSTEMIC_THINKING,
}


def _metric(slot: Slot) -> Metric:
    return Metric(
        name=slot.key,
        title=slot.title,
        unit=Unit.SCALE,
        asks=slot.measures,
        reads=_("As its authors say; from its lowest to its highest answer."),
        cannot_tell=_("More than its authors claim for it."),
        formula=_(
            "Mean of all answers to its items, reversed items turned round. Authors "
            "who score parts apart, or add up, are not followed in that."
        ),
        source=slot.authors,
        benefits=(BENEFITS[slot.key],),
        told_by="surveys",
        lowest=slot.scale.lowest,
        highest=slot.scale.highest,
    )


LICENSED: tuple[Metric, ...] = tuple(_metric(each) for each in SLOTS)
