"""All dates of a programme in the calendar of who looks after it."""

from hashlib import sha256
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.calendar import files
from askwell.web.calendar.pace import may_ask
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.programmes.offices import manages
from askwell.web.running.models import DatesAddress
from askwell.web.running.operations.dates import give_up_address, make_address
from askwell.web.running.queries.dates import address_of, dates_of
from askwell.web.running.views.guarding import WHOLE, of_programme
from askwell.web.running.views.making import READ

# So many dates stand on the page; the calendar has them all.
NEXT = 40


@require_http_methods(READ)
@of_programme(*WHOLE)
def calendar(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """All dates ahead, the file, and an address to subscribe to."""
    now = timezone.now()
    known = address_of(request.user, programme)
    page = {"programme": programme, "address": "", "webcal": ""}
    ahead = dates_of(programme, at=now).filter(starts_at__gt=now)[:NEXT]
    if known is not None:
        path = reverse("running:subscription", args=[known.secret])
        page["address"] = f"{settings.BASE_URL}{path}"
        page["webcal"] = f"webcal://{urlsplit(settings.BASE_URL).netloc}{path}"
    return render(
        request, "running/calendar.html", {**page, "ahead": ahead, "next": NEXT}
    )


@require_POST
@of_programme(*WHOLE)
def address(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Make a new address, or give it up; either way the old one stops working."""
    if request.POST.get("address") == "none":
        give_up_address(programme, request.user)
        messages.success(request, _("Your calendar is answered no more."))
    else:
        make_address(programme, request.user, at=timezone.now())
        messages.success(request, _("Here is your address."))
    return redirect("running:calendar", programme.pk)


@require_http_methods(READ)
@of_programme(*WHOLE)
def file(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """The dates as they are now, to be put into a calendar by hand."""
    return _file(programme)


@require_http_methods(READ)
def subscription(request: HttpRequest, secret: str) -> HttpResponseBase:
    """What a calendar asks for again and again, while its owner looks after it."""
    if not may_ask(request, secret):
        return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS)
    found = DatesAddress.of_secret(secret)
    if found is None or not manages(found.person, found.programme):
        raise Http404
    answer = _file(found.programme)
    etag = f'"{sha256(answer.content).hexdigest()}"'
    answer.headers["ETag"] = etag
    # Whoever is signed in looks at it in a browser, which is to keep nothing.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        patch_cache_control(answer, private=True, no_cache=True)
    known: HttpResponseBase | None = get_conditional_response(
        request, etag=etag, response=answer
    )
    return known or answer


def _file(programme: Programme) -> HttpResponse:
    shown = map(files.entry_from_outside, dates_of(programme, at=timezone.now()))
    ics = files.published(shown, name=programme.name)
    answer = HttpResponse(ics, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="programme.ics"'
    return answer
