"""What a page answers when something new was to be put into a set that has ended."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from askwell.web.programmes.refusals import NotDoneError, Reason


class SetHasEnded:
    """A plain refusal, wherever the act came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(
        self, request: HttpRequest, fault: Exception
    ) -> HttpResponse | None:
        if isinstance(fault, NotDoneError) and fault.reason is Reason.ENDED:
            return render(request, "renewal/has_ended.html", status=409)
        return None
