"""Pages to read and to try things on; open to everyone, and nothing is kept."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from askwell.web.guide.invitations import ASKED, TEXTS

Page = Callable[[HttpRequest], HttpResponse]


def _to_read(name: str, **facts: Any) -> Page:
    """A page that asks nothing."""

    @require_http_methods(["GET", "HEAD"])
    def page(request: HttpRequest) -> HttpResponse:
        return render(request, f"guide/{name}.html", facts)

    return page


contents = _to_read("contents")
inviting = _to_read("inviting", texts=TEXTS, asked=ASKED)
