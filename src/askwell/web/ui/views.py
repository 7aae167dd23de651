"""The catalogue, the stylesheet, the choice of theme, and the page of last resort."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from askwell.web.ui import stylesheet as styles
from askwell.web.ui.catalogue import COLOURS, shelves
from askwell.web.ui.context import page
from askwell.web.ui.theme import THEMES, keep_theme

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    shown = {"shelves": shelves(request), "colours": COLOURS, "schemes": THEMES}
    return render(request, "ui/catalogue.html", shown)


@require_safe
def stylesheet(request: HttpRequest, digest: str) -> HttpResponse:
    css = styles.text()
    headers = {"Vary": "Accept-Encoding"}
    if digest in styles.path():
        headers["Cache-Control"] = FOR_EVER
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return HttpResponse(styles.compressed(css), "text/css", headers=headers)
    return HttpResponse(css, "text/css; charset=utf-8", headers=headers)


# A forged choice of theme harms nobody, and pages without a session stay cacheable.
@csrf_exempt
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    came_from = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(came_from, {request.get_host()})
    response = redirect(came_from if safe else "/")
    keep_theme(response, request.POST.get("theme", ""))
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """503 while the database does not answer, else 500; neither asks who is looking."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        words = render_to_string("503.html", {**page(request)})
        return HttpResponse(words, status=503, headers={"Retry-After": "5"})
    return HttpResponse(render_to_string("500.html", {**page(request)}), status=500)
