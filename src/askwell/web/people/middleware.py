"""Times are shown in the time zone of whoever looks."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

View = Callable[[HttpRequest], HttpResponseBase]


def own_time_zone(get_response: View) -> View:
    """A visitor without an account sees the server's own time zone."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return get_response(request)
        with timezone.override(ZoneInfo(request.user.time_zone)):
            return get_response(request)

    return answer
