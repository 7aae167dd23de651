"""What the page of an action shows that no row says by itself."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from askwell.web.actions.models import Action, Scale

LEVELS = (
    (Scale.Level.MUCH_MORE, "much_more"),
    (Scale.Level.MORE, "more"),
    (Scale.Level.EXPECTED, "expected"),
    (Scale.Level.LESS, "less"),
    (Scale.Level.MUCH_LESS, "much_less"),
)
MORNING = time(9, 0)


@dataclass(frozen=True)
class Rung:
    """One level of a scale, the highest first."""

    sign: str
    label: str
    words: str
    now: bool
    later: bool


def ladder(action: Action) -> list[Rung]:
    """The owner's scale, or nothing where they made none."""
    scale = Scale.objects.select_related("action").filter(action=action).first()
    if scale is None:
        return []
    return [
        Rung(
            sign=_signed(level.value),
            label=str(level.label),
            words=getattr(scale, name) or "",
            now=scale.now == level,
            later=scale.later == level,
        )
        for level, name in LEVELS
    ]


def _signed(value: int) -> str:
    if value == 0:
        return "0"
    return f"+{value}" if value > 0 else f"−{-value}"


def next_morning(action: Action, *, now: datetime) -> dict[str, Any]:
    """A first suggestion for a reminder: the day it is due, else tomorrow, at nine."""
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    due = action.due_on
    return {"day": due if due and due >= tomorrow else tomorrow, "hour": MORNING}
