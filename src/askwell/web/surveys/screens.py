"""How a round is shown to whoever opened it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from askwell.insight.instruments import Instrument
from askwell.web.surveys.models import Round
from askwell.web.surveys.queries.rounds import Progress


@dataclass(frozen=True)
class Card:
    """One round: its state, what it asks, and how far it has come."""

    round: Round
    is_planned: bool
    is_closed: bool
    titles: tuple[str, ...]
    progress: Progress | None


def shown(
    round_: Round,
    progress: Progress | None,
    known: Mapping[str, Instrument],
    *,
    at: datetime,
) -> Card:
    """What is no longer licensed is left out, also of rounds that asked it."""
    return Card(
        round=round_,
        is_planned=round_.begun_at is None and not round_.is_closed(at=at),
        is_closed=round_.is_closed(at=at),
        titles=tuple(
            gettext(known[key].title) for key in round_.instruments if key in known
        ),
        progress=progress,
    )
