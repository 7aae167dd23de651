"""Putting a transcript in, saying who is who, and reading what it tells."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.transcripts import casting, operations, queries, rules
from askwell.web.transcripts.forms import CastForm, CopyForm, UploadForm
from askwell.web.transcripts.models import Transcript
from askwell.web.transcripts.refusals import REFUSED
from askwell.web.transcripts.screens import html, voices
from askwell.web.transcripts.screens import report as drawing
from askwell.web.transcripts.views.finding import (
    CHANGE,
    READ,
    attempt,
    given,
    readable,
    shown,
    upload_of,
)


@require_http_methods(CHANGE)
@never_cache
@signed_in
def upload(request: PersonRequest, transcript_id: UUID) -> HttpResponseBase:
    """Put the file in, or its words; only once everybody has said yes."""
    found = readable(request, transcript_id)
    if not rules.can_put_in(request.user, found) or not queries.all_said_yes(found):
        raise Http404
    form = UploadForm(given(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _put_in(request, found, form)
    return _upload_page(request, found, form)


def _put_in(
    request: PersonRequest, found: Transcript, form: UploadForm
) -> HttpResponseBase:
    try:
        operations.put_in(found, form.said, by=request.user, at=timezone.now())
    except REFUSED as refused:
        form.add_error(None, refused.in_words())
        return _upload_page(request, found, form)
    messages.success(request, _("It is sealed. Now say who is who."))
    return redirect("transcripts:cast", found.pk)


def _upload_page(
    request: PersonRequest, found: Transcript, form: UploadForm
) -> HttpResponseBase:
    page = {"transcript": found, "learning_set": found.learning_set, "form": form}
    status = 422 if form.is_bound and not form.is_valid() else 200
    return shown(request, "upload", page, status=status)


@require_http_methods(CHANGE)
@never_cache
@signed_in
def cast(request: PersonRequest, transcript_id: UUID) -> HttpResponseBase:
    """Who each name is; guessed, and put right here."""
    found = readable(request, transcript_id)
    words = upload_of(found)
    known = casting.read(words.cast or "{}")
    form = CastForm(
        given(request), known=known, people=queries.people_who_agreed(found)
    )
    refused = ""
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        refused = attempt(
            lambda: operations.cast(found, form.cast, by=request.user, at=now)
        )
        if not refused:
            return redirect("transcripts:report", found.pk)
    page = {
        "transcript": found,
        "learning_set": found.learning_set,
        "form": form,
        "voices": voices.heard(queries.said_in(words), form.pairs),
        "refused": refused,
    }
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return shown(request, "cast", page, status=status)


@require_http_methods(READ)
@never_cache
@signed_in
def report(request: PersonRequest, transcript_id: UUID) -> HttpResponseBase:
    """What the transcript tells; for those of the set."""
    found = readable(request, transcript_id)
    upload_of(found)
    page = {
        "transcript": found,
        "learning_set": found.learning_set,
        "view": drawing.drawn(queries.report_on(found)),
        "may_end": rules.can_end(request.user, found),
        "copy": CopyForm(),
    }
    return shown(request, "report", page)


@require_POST
@signed_in
def copy(request: PersonRequest, transcript_id: UUID) -> HttpResponseBase:
    """Take the report along as one file; the set's ledger says so."""
    found = readable(request, transcript_id)
    upload_of(found)
    form = CopyForm(request.POST)
    hidden = form.is_valid() and form.cleaned_data["is_anonymous"]
    page = html.page(queries.report_on(found, anonymous=hidden))
    operations.take_a_copy(found.learning_set, by=request.user, at=timezone.now())
    response = HttpResponse(page, content_type="text/html; charset=utf-8")
    name = f"transcript-report-{found.meeting.starts_at:%Y-%m-%d}.html"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
