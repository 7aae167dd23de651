"""Which days may be typed at all."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FARTHEST = timedelta(days=36525)


def within_reach(day: date) -> None:
    """At most a hundred years from now, so that every clock on earth can show it."""
    if abs(day - timezone.localdate()) > FARTHEST:
        raise ValidationError(
            _("Look at the year: that is more than a hundred years away.")
        )
