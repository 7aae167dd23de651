"""Two taps after a meeting."""

from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.meetings.rules import attended_meetings
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.running.views.making import BOTH
from askwell.web.surveys.forms import PulseForm
from askwell.web.surveys.models import Pulse
from askwell.web.surveys.operations.pulse import tap
from askwell.web.surveys.queries.pulse import has_tapped, is_open, was_at
from askwell.web.surveys.refusals import NotDoneError, Reason
from askwell.web.surveys.views.posted import posted


@require_http_methods(BOTH)
@never_cache
@signed_in
def pulse(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """For those who were there, for three days, once."""
    now = timezone.now()
    meeting = get_object_or_404(attended_meetings(request.user), pk=meeting_id)
    if meeting.closed_at is None or not was_at(meeting, request.user):
        raise Http404
    form = PulseForm(posted(request))
    refused, status = None, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                tap(meeting.pk, form.said, by=request.user, at=now)
            except NotDoneError as found:
                refused = found
            if not refused or refused.reason is Reason.ANSWERED:
                return redirect("surveys:pulse", meeting.pk)
    page = {
        "meeting": meeting,
        "form": form,
        "is_open": is_open(meeting, at=now),
        "has_tapped": has_tapped(meeting, request.user),
        "closes_at": meeting.closed_at + Pulse.LASTS,
        "refused": refused.in_words() if refused else "",
    }
    return render(request, "surveys/pulse.html", page, status=status)
