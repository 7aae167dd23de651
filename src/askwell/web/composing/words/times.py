"""Common times of a set in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, ngettext

from askwell.web.composing.hours import Stretch, stretches
from askwell.web.composing.words.names import listed

MOST_SHOWN = 3


def common_times(mask: int, monday: datetime, zone: ZoneInfo) -> str:
    """When a meeting could begin: the longest stretches, in the order of the week."""
    found = stretches(mask, monday, zone)
    if not found:
        return gettext("There is no time at which all of them could meet.")
    longest = sorted(found, key=lambda each: each.length, reverse=True)[:MOST_SHOWN]
    shown = listed([_said(each) for each in found if each in longest])
    more = len(found) - len(longest)
    if not more:
        return gettext("All can begin %(times)s.") % {"times": shown}
    said = ngettext(
        "All can begin %(times)s, and at %(more)s further time.",
        "All can begin %(times)s, and at %(more)s further times.",
        more,
    )
    return said % {"times": shown, "more": more}


def _said(stretch: Stretch) -> str:
    day = WEEKDAYS[stretch.weekday]
    first = f"{stretch.first:%H:%M}"
    if stretch.first == stretch.last:
        return gettext("%(day)s at %(first)s") % {"day": day, "first": first}
    last = f"{stretch.last:%H:%M}"
    return gettext("%(day)s %(first)s to %(last)s") % {
        "day": day,
        "first": first,
        "last": last,
    }
