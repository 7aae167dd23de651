"""How somebody found their own facilitating, for their eyes alone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.facilitation.duties import DUTIES
from askwell.web.feedback.forms import ReviewForm
from askwell.web.feedback.operations import own as operations
from askwell.web.feedback.operations.asking import ask
from askwell.web.feedback.queries.asking import asking_of, can_be_asked, words_in
from askwell.web.feedback.queries.mirror import reflected
from askwell.web.feedback.queries.own import review_of
from askwell.web.feedback.queries.slots import Looked
from askwell.web.feedback.reading import review_in
from askwell.web.feedback.refusals import NotDoneError
from askwell.web.feedback.screens import duty_cards
from askwell.web.feedback.views.finding import BOTH, facilitated
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(BOTH)
@never_cache
@signed_in
def own(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Four duties, a word for each, a line for the log; and asking the members.

    Whoever asks keeps with the same press what they have written so far.
    """
    looked = facilitated(request.user, meeting_id)
    kept = review_of(request.user, looked.meeting)
    data = request.POST if request.method == "POST" else None
    form = ReviewForm(data, kept=review_in(kept.words if kept else None))
    if not form.is_bound or not form.is_valid():
        return _drawn(request, looked, form, is_kept=kept is not None)
    asks = "ask" in request.POST
    if form.says_something or not asks:
        _keep(request, looked, form)
        messages.success(request, _("Kept, for your eyes alone."))
    if asks:
        return _asked(request, looked)
    return redirect("feedback:own", looked.meeting.pk)


def _asked(request: PersonRequest, looked: Looked) -> HttpResponseBase:
    try:
        ask(looked.meeting, by=request.user, at=timezone.now())
    except NotDoneError as refused:
        kept = review_of(request.user, looked.meeting)
        form = ReviewForm(kept=review_in(kept.words if kept else None))
        return _drawn(request, looked, form, is_kept=bool(kept), refused=refused)
    messages.success(request, _("The members are asked. They have a week."))
    return redirect("feedback:own", looked.meeting.pk)


def _keep(request: PersonRequest, looked: Looked, form: ReviewForm) -> None:
    at, meeting = timezone.now(), looked.meeting
    operations.keep_review(
        meeting,
        by=request.user,
        went=form.went,
        same=form.cleaned_data["same"],
        differently=form.cleaned_data["differently"],
        at=at,
    )
    if line := form.cleaned_data["line"]:
        on = timezone.localdate(meeting.closed_at or at)
        operations.keep_line(
            by=request.user, on=on, words=line, meeting_key=meeting.pk, at=at
        )


def _drawn(
    request: PersonRequest,
    looked: Looked,
    form: ReviewForm,
    *,
    is_kept: bool,
    refused: NotDoneError | None = None,
) -> HttpResponseBase:
    asking = asking_of(looked.meeting, request.user)
    page = {
        "meeting": looked.meeting,
        "form": form,
        "duties": duty_cards(form, reflected(looked, request.user)),
        "is_kept": is_kept,
        "asking": asking,
        "can_ask": asking is None and can_be_asked(looked, request.user),
        "aloud": DUTIES,
        "is_open": asking is not None and asking.is_open(at=timezone.now()),
        "words": words_in(asking) if asking else [],
        "refused": refused.in_words() if refused else "",
    }
    status = 409 if refused else 422 if form.errors else 200
    return render(request, "feedback/own.html", page, status=status)


@require_POST
@signed_in
def removal(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """What they wrote of this meeting is deleted; the practice log stays."""
    looked = facilitated(request.user, meeting_id)
    operations.delete_review(looked.meeting, by=request.user)
    messages.success(request, _("Your review of this meeting is deleted."))
    return redirect("feedback:own", looked.meeting.pk)
