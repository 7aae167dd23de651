"""How often a calendar may ask: so many times an hour, then a pause."""

from contextlib import suppress
from hashlib import sha256
from typing import Final

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

AN_HOUR: Final = 60 * 60
MOST_FOR_ONE_CALENDAR: Final = 60
# A large provider asks for many people's calendars from one address.
MOST_FROM_ONE_ADDRESS: Final = 3000


def may_ask(request: HttpRequest, secret: str) -> bool:
    """Counts the asking; the cache holds no secret."""
    calendar = sha256(secret.encode()).hexdigest()
    address = get_adapter().get_client_ip(request)
    counted = (
        (f"calendars.one.{calendar}", MOST_FOR_ONE_CALENDAR),
        (f"calendars.address.{address}", MOST_FROM_ONE_ADDRESS),
    )
    return all(_count(key) <= most for key, most in counted)


def _count(key: str) -> int:
    if not cache.add(key, 1, AN_HOUR):
        # Its hour may be over this very moment.
        with suppress(ValueError):
            return cache.incr(key)
    return 1
