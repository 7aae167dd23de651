"""The time left in words, for a page that is read without JavaScript."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.utils.translation import gettext as _

MINUTE = 60


@dataclass(frozen=True)
class Left:
    words: str
    over: bool
    share: int
    """Of the whole, in per cent; what the ring shows."""


def left(ends_at: datetime, now: datetime, *, minutes: int) -> Left:
    remaining = ends_at - now
    whole = timedelta(minutes=minutes)
    share = round(100 * remaining / whole) if whole else 100
    return Left(
        words=_words(remaining.total_seconds()),
        over=remaining <= timedelta(0),
        share=max(0, min(100, share)),
    )


def _words(seconds: float) -> str:
    if seconds > MINUTE:
        return _("%s min left") % ceil(seconds / MINUTE)
    if seconds > 0:
        return _("last minute")
    if seconds > -MINUTE:
        return _("time is up")
    return _("%s min over") % int(-seconds // MINUTE)
