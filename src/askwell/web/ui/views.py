"""The catalogue of components, the stylesheet, and the choice of light or dark."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from askwell.web.ui import stylesheet as styles
from askwell.web.ui.catalogue import COLOURS, shelves
from askwell.web.ui.theme import THEMES, keep_theme

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    page = {"shelves": shelves(request), "colours": COLOURS, "schemes": THEMES}
    return render(request, "ui/catalogue.html", page)


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
