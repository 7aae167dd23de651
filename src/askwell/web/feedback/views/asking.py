"""Members say in a minute how the facilitation was, if they are asked to."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.feedback.forms import AnswersForm
from askwell.web.feedback.operations.asking import answer, withdraw
from askwell.web.feedback.queries.asking import Waiting, askings_to
from askwell.web.feedback.refusals import NotDoneError
from askwell.web.feedback.views.finding import BOTH, facilitated
from askwell.web.meetings.rules import readable_meetings
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_POST
@signed_in
def withdrawal(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    looked = facilitated(request.user, meeting_id)
    withdraw(looked.meeting, by=request.user, at=timezone.now())
    messages.success(request, _("Nobody is asked any more, and all answers are gone."))
    return redirect("feedback:own", looked.meeting.pk)


@require_http_methods(BOTH)
@never_cache
@signed_in
def answers(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """For members who were asked; one after the other where several asked."""
    now = timezone.now()
    meeting = get_object_or_404(readable_meetings(request.user), pk=meeting_id)
    waiting = askings_to(meeting, request.user, at=now)
    if not waiting:
        raise Http404
    turn = next((each for each in waiting if each.waits), None)
    form = AnswersForm(request.POST if request.method == "POST" else None)
    refused, status = None, 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                _answer(request, form, waiting)
            except NotDoneError as found:
                refused, status = found, 409
            else:
                return redirect("feedback:answers", meeting.pk)
    page = {
        "meeting": meeting,
        "turn": turn,
        "form": form,
        "has_answered": any(each.has_answered for each in waiting),
        "refused": refused.in_words() if refused else "",
    }
    return render(request, "feedback/answers.html", page, status=status)


def _answer(request: PersonRequest, form: AnswersForm, waiting: list[Waiting]) -> None:
    """The one that was drawn; one of which nothing is known is not theirs."""
    wanted = request.POST.get("asking", "")
    found = next((each for each in waiting if str(each.asking.pk) == wanted), None)
    if found is None:
        raise Http404
    answer(found.asking.pk, form.cleaned_data, by=request.user, at=timezone.now())
