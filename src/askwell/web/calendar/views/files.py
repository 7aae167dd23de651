"""Calendar files: one to subscribe to, and one to take home for each meeting."""

from dataclasses import replace
from hashlib import sha256
from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.calendar import files
from askwell.web.calendar.models import Subscription, Told
from askwell.web.calendar.pace import may_ask
from askwell.web.calendar.queries.facilitating import sets_by_rota
from askwell.web.calendar.queries.subscribed import last_told, shown_to
from askwell.web.meetings.rules import attended_meetings
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(["GET", "HEAD"])
def subscription(request: HttpRequest, secret: str) -> HttpResponseBase:
    """What a calendar asks for again and again; its address is all it has to show.

    A calendar that knows the file already is told so in a few bytes.
    """
    if not may_ask(request, secret):
        return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS)
    found = Subscription.of_secret(secret)
    if found is None:
        raise Http404
    by_rota = sets_by_rota(found.person)
    shown = shown_to(found.person, at=timezone.now())
    entries = (files.entry_as_it_stands(each, by_rota) for each in shown)
    ics = files.published(entries, name=_("Set meetings"))
    answer = _file(ics, "set-meetings.ics")
    # Turns go round without a word to any calendar: then the digest alone tells.
    changed = None if by_rota else int(last_told(found).timestamp())
    etag = f'"{sha256(ics).hexdigest()}"'
    answer.headers["ETag"] = etag
    if changed is not None:
        answer.headers["Last-Modified"] = http_date(changed)
    # Whoever is signed in looks at it in a browser, which is to keep nothing.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        patch_cache_control(answer, private=True, no_cache=True)
    known: HttpResponseBase | None = get_conditional_response(
        request, etag=etag, last_modified=changed, response=answer
    )
    return known or answer


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def meeting(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """One meeting, to be put into a calendar by hand."""
    found = get_object_or_404(attended_meetings(request.user), pk=meeting_id)
    told = Told.objects.filter(meeting=found, person=request.user)
    known = told.select_related("meeting__learning_set").first()
    entry = files.entry_of(known) if known else files.entry_anew(found)
    by_rota = found.learning_set_id in sets_by_rota(request.user)
    ics = files.published([replace(entry, by_rota=by_rota)])
    return _file(ics, "meeting.ics")


def _file(ics: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(ics, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
