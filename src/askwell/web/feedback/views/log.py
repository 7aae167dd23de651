"""A person's own practice log."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.defaultfilters import date as as_day
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.feedback.forms import LineForm
from askwell.web.feedback.models import LogEntry
from askwell.web.feedback.operations.own import delete_line, keep_line
from askwell.web.feedback.queries.own import facilitated_lately, log_of, words_in_log
from askwell.web.feedback.screens import about_in_words
from askwell.web.feedback.views.finding import BOTH, READ, own_line
from askwell.web.meetings.models import Meeting
from askwell.web.people.signed_in import PersonRequest, signed_in

TEXT = "text/markdown; charset=utf-8"


@require_http_methods(READ)
@never_cache
@signed_in
def log(request: PersonRequest) -> HttpResponseBase:
    """What I learned of facilitating, in my own words; nobody else has this page."""
    lines = [(each, about_in_words(each.entry.about)) for each in log_of(request.user)]
    page = {"lines": lines, "number_of_words": words_in_log(request.user)}
    return render(request, "feedback/log.html", page)


@require_http_methods(BOTH)
@never_cache
@signed_in
def new(request: PersonRequest) -> HttpResponseBase:
    """One more line."""
    return _written(request, None)


@require_http_methods(BOTH)
@never_cache
@signed_in
def line(request: PersonRequest, line_id: UUID) -> HttpResponseBase:
    """Word a line anew."""
    return _written(request, own_line(request.user, line_id))


def _written(request: PersonRequest, entry: LogEntry | None) -> HttpResponseBase:
    data = request.POST if request.method == "POST" else None
    initial = _as_it_is(entry) if entry else {}
    form = LineForm(data, meetings=_meetings(request, entry), initial=initial)
    if form.is_bound and form.is_valid():
        keep_line(
            by=request.user,
            on=form.cleaned_data["on"],
            words=form.cleaned_data["words"],
            about=form.cleaned_data["about"],
            meeting_key=form.meeting_key,
            entry=entry,
            at=timezone.now(),
        )
        messages.success(request, _("Kept in your practice log."))
        return redirect("feedback:log")
    page = {"form": form, "entry": entry}
    status = 422 if form.errors else 200
    return render(request, "feedback/line.html", page, status=status)


def _as_it_is(entry: LogEntry) -> dict[str, str | date]:
    return {
        "on": entry.on,
        "words": entry.words or "",
        "about": entry.about,
        "meeting": str(entry.meeting_key or ""),
    }


def _meetings(request: PersonRequest, entry: LogEntry | None) -> dict[UUID, str]:
    """Those they facilitated lately, and the one that a line is about already."""
    looked = facilitated_lately(request.user, at=timezone.now())
    found = {each.meeting.pk: _named(each.meeting) for each in looked}
    if entry and entry.meeting_key and entry.meeting_key not in found:
        found[entry.meeting_key] = _("The meeting it was about before")
    return found


def _named(meeting: Meeting) -> str:
    day = as_day(timezone.localtime(meeting.starts_at), "j F Y")
    return f"{meeting.learning_set.name}, {day}"


@require_POST
@signed_in
def removal(request: PersonRequest, line_id: UUID) -> HttpResponseBase:
    delete_line(own_line(request.user, line_id), by=request.user)
    messages.success(request, _("The line is deleted."))
    return redirect("feedback:log")


@require_http_methods(READ)
@never_cache
@signed_in
def as_text(request: PersonRequest) -> HttpResponseBase:
    """All of it to take along, the oldest first."""
    lines = [f"# {_('Practice log')}: {request.user.name}"]
    for each in reversed(log_of(request.user)):
        about = about_in_words(each.entry.about)
        heading = f"## {each.entry.on:%Y-%m-%d}" + (f" · {about}" if about else "")
        lines += [heading, each.entry.words or _("These words can no longer be read.")]
    number = words_in_log(request.user)
    lines.append(_("%(number)s words in all.") % {"number": number})
    response = HttpResponse("\n\n".join(lines) + "\n", content_type=TEXT)
    response["Content-Disposition"] = 'attachment; filename="practice-log.md"'
    return response
