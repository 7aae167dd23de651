"""Wrong guesses at the short codes of meetings: so many an hour, then a pause."""

from contextlib import suppress
from typing import Final

from allauth.account.adapter import get_adapter
from django.core.cache import cache

from askwell.web.people.signed_in import PersonRequest

AN_HOUR: Final = 60 * 60
MOST_BY_ONE_PERSON: Final = 20
# People in one building share an address.
MOST_FROM_ONE_ADDRESS: Final = 100


def may_guess(request: PersonRequest) -> bool:
    return all(cache.get(key, 0) < most for key, most in _counted(request))


def guessed_wrong(request: PersonRequest) -> None:
    for key, _ in _counted(request):
        if not cache.add(key, 1, AN_HOUR):
            # Its hour may be over this very moment.
            with suppress(ValueError):
                cache.incr(key)


def _counted(request: PersonRequest) -> tuple[tuple[str, int], ...]:
    address = get_adapter().get_client_ip(request)
    return (
        (f"guesses.person.{request.user.pk}", MOST_BY_ONE_PERSON),
        (f"guesses.address.{address}", MOST_FROM_ONE_ADDRESS),
    )
