"""Times of a recording, as people read them."""

from django.utils.translation import gettext as _


def at(seconds: float) -> str:
    """Where in the recording: 4:07, or 1:04:07."""
    hours, rest = divmod(round(seconds), 3600)
    minutes, seconds_left = divmod(rest, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds_left:02}"
    return f"{minutes}:{seconds_left:02}"


def lasting(seconds: float) -> str:
    """How long: in seconds up to a minute and a half, then in minutes, then hours."""
    if seconds < 90:  # noqa: PLR2004 - a minute and a half
        return _("%(number)d s") % {"number": round(seconds)}
    minutes = round(seconds / 60)
    if minutes < 90:  # noqa: PLR2004 - an hour and a half
        return _("%(number)d min") % {"number": minutes}
    hours, minutes = divmod(minutes, 60)
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes}
