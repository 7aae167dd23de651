"""Asking everybody whether a transcript may be read; a page to say yes or no on."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.meetings.rules import readable_meetings
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.rules import can_attend, can_read_set
from askwell.web.transcripts import operations, queries, rules
from askwell.web.transcripts.forms import ProposalForm
from askwell.web.transcripts.models import Transcript
from askwell.web.transcripts.refusals import REFUSED
from askwell.web.transcripts.views.finding import (
    CHANGE,
    READ,
    attempt,
    given,
    own_set,
    shown,
    visible,
)


@require_http_methods(READ)
@never_cache
@signed_in
def transcripts(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """What the set has had read, is asked about, or could be."""
    found = own_set(request, set_id)
    page = {
        "learning_set": found,
        "transcripts": list(queries.transcripts_of(found)),
        "may_propose": not found.ended_at and queries.unread_meetings(found).exists(),
    }
    return shown(request, "transcripts", page)


@require_http_methods(READ)
@never_cache
@signed_in
def of_meeting(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Wherever this meeting's transcript has come to; else to where one may ask."""
    standing = readable_meetings(request.user).filter(
        learning_set__forgotten_at__isnull=True
    )
    meeting = get_object_or_404(standing, pk=meeting_id)
    newest = meeting.transcripts.order_by("-proposed_at").first()
    if newest is None or newest.outcome == Transcript.Outcome.DELETED:
        asking = reverse("transcripts:new", args=[meeting.learning_set_id])
        return redirect(f"{asking}?meeting={meeting.pk}")
    page = "report" if hasattr(newest, "upload") else "transcript"
    return redirect(f"transcripts:{page}", newest.pk)


@require_http_methods(CHANGE)
@never_cache
@signed_in
def new(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Choose the meeting, and ask everybody."""
    found = own_set(request, set_id)
    unread = queries.unread_meetings(found)
    initial = {"meeting": request.GET.get("meeting") or unread.first()}
    form = ProposalForm(given(request), meetings=unread, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            asked = operations.propose(
                **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except REFUSED as refused:
            form.add_error(None, refused.in_words())
        else:
            messages.success(request, _("Everybody is asked. You have said yes."))
            return redirect("transcripts:transcript", asked.pk)
    page = {"learning_set": found, "form": form, "has_any": unread.exists()}
    status = 422 if form.is_bound and not form.is_valid() else 200
    return shown(request, "new", page, status=status)


@require_http_methods(READ)
@never_cache
@signed_in
def transcript(request: PersonRequest, transcript_id: UUID) -> HttpResponseBase:
    """What would be read, by what, and for whom; and one's own yes or no."""
    return _drawn(request, visible(request, transcript_id))


@require_POST
@signed_in
def answer(request: PersonRequest, transcript_id: UUID) -> HttpResponseBase:
    """Yes, or no; a no ends it at once, and nobody learns whose it was."""
    found, now = visible(request, transcript_id), timezone.now()
    match request.POST.get("says"):
        case "yes":
            refused = attempt(lambda: operations.agree(found, by=request.user, at=now))
        case "no":
            refused = attempt(lambda: operations.end(found, by=request.user, at=now))
        case _:
            return _drawn(request, found, refused=_("Say yes or no."), status=422)
    if refused:
        found = visible(request, transcript_id)
        return _drawn(request, found, refused=refused, status=409)
    messages.success(request, _("Thank you for saying so."))
    return redirect("transcripts:transcript", found.pk)


def _drawn(
    request: PersonRequest, found: Transcript, *, refused: str = "", status: int = 200
) -> HttpResponseBase:
    person, learning_set = request.user, found.learning_set
    page: dict[str, Any] = {
        "transcript": found,
        "learning_set": learning_set,
        "mine": queries.own_answer(person, found),
        "standing": queries.standing_of(found),
        "reads": can_read_set(person, learning_set),
        "knows_its_name": can_attend(person, learning_set),
        "may_put_in": not learning_set.ended_at and rules.can_put_in(person, found),
        "refused": refused,
    }
    return shown(request, "transcript", page, status=status)
