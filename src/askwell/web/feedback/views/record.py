"""What its owner does with an observation: answer, leave out, show."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from askwell.web.feedback.forms import ReplyForm, WhomForm
from askwell.web.feedback.operations import observing as operations
from askwell.web.feedback.queries.observing import shared_with
from askwell.web.feedback.refusals import NotDoneError
from askwell.web.feedback.views.finding import own_observation
from askwell.web.feedback.views.observing import reading
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_POST
@signed_in
def reply(request: PersonRequest, observation_id: UUID) -> HttpResponseBase:
    """Say something to it, or take that away again."""
    found = own_observation(request.user, observation_id)
    form = ReplyForm(request.POST)
    if form.is_valid():
        operations.answer(found, form.cleaned_data["words"], by=request.user)
        messages.success(request, _("Kept."))
    return redirect("feedback:observation", found.pk)


@require_POST
@signed_in
def leaving_out(request: PersonRequest, observation_id: UUID) -> HttpResponseBase:
    """Keep it out of the passport, or put it in again."""
    found = own_observation(request.user, observation_id)
    left_out = request.POST.get("left_out") == "yes"
    operations.leave_out(found, left_out=left_out, by=request.user)
    return redirect("feedback:observation", found.pk)


@require_POST
@never_cache
@signed_in
def showing(request: PersonRequest, observation_id: UUID) -> HttpResponseBase:
    """Let the observer, or one more person, read it."""
    found, at = own_observation(request.user, observation_id), timezone.now()
    if request.POST.get("to") == "observer" and found.observer:
        operations.show(found, found.observer, by=request.user, at=at)
        return redirect("feedback:observation", found.pk)
    form = WhomForm(request.POST)
    if form.is_valid():
        reader = shared_with(request.user, form.cleaned_data["email"])
        try:
            operations.show(found, reader, by=request.user, at=at)
        except NotDoneError as refused:
            form.add_error("email", refused.in_words())
        else:
            return redirect("feedback:observation", found.pk)
    return reading(request, found, form=form, status=422)


@require_POST
@signed_in
def hiding(
    request: PersonRequest, observation_id: UUID, reader_id: UUID
) -> HttpResponseBase:
    """They read it no more."""
    found = own_observation(request.user, observation_id)
    operations.show_no_more(found, reader_id, by=request.user)
    return redirect("feedback:observation", found.pk)
