"""What a page answers when words were sent to a set whose keys are destroyed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from askwell.web.vault.errors import Shredded


class KeysDestroyed:
    """A plain refusal, wherever the words came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(
        self, request: HttpRequest, fault: Exception
    ) -> HttpResponse | None:
        if isinstance(fault, Shredded):
            return render(request, "ui/keys_destroyed.html", status=409)
        return None
