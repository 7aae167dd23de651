"""Times of a recording, as people read them."""

from typing import Final

from django.utils.translation import gettext as _

# Up to so many seconds, seconds, and minutes, in the words named.
IN_SECONDS: Final = 60
IN_BOTH: Final = 600
IN_MINUTES: Final = 90


def at(seconds: float) -> str:
    """Where in the recording: 4:07, or 1:04:07."""
    hours, rest = divmod(round(seconds), 3600)
    minutes, seconds_left = divmod(rest, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds_left:02}"
    return f"{minutes}:{seconds_left:02}"


def lasting(seconds: float) -> str:
    """How long, as exactly as matters: 54 s, 2 min 21 s, 34 min, 1 h 30 min."""
    whole = round(seconds)
    if whole < IN_SECONDS:
        return _("%(number)d s") % {"number": whole}
    if whole < IN_BOTH and whole % 60:
        minutes, left = divmod(whole, 60)
        return _("%(minutes)d min %(seconds)d s") % {
            "minutes": minutes,
            "seconds": left,
        }
    minutes = round(seconds / 60)
    if minutes < IN_MINUTES:
        return _("%(number)d min") % {"number": minutes}
    hours, minutes = divmod(minutes, 60)
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes}
