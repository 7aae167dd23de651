"""Which days may be typed at all."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FARTHEST = timedelta(days=3653)


def within_reach(day: date) -> None:
    """At most ten years from now, so that every clock on earth can still show it."""
    if abs(day - timezone.localdate()) > FARTHEST:
        raise ValidationError(_("Look at the year: that is more than ten years away."))
