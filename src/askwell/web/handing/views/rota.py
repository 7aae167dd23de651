"""Leaving a turn to facilitate to the next in line, or swapping it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.web.handing.forms import SwapForm
from askwell.web.handing.operations.exchanging import answer_swap, ask_to_swap
from askwell.web.handing.operations.rota import pass_on
from askwell.web.handing.queries.exchanging import named_ahead, own_exchanges
from askwell.web.handing.views.finding import own_set
from askwell.web.meetings.rules import readable_meetings
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.forms import YesForm
from askwell.web.ui.refusing import RefusedError


@require_POST
@signed_in
def passing(request: PersonRequest, meeting_id: UUID, number: int) -> HttpResponseBase:
    """No reason is asked."""
    found = get_object_or_404(
        readable_meetings(request.user).select_related("learning_set"), pk=meeting_id
    )
    try:
        pass_on(found, number, by=request.user, at=timezone.now())
    except RefusedError as refused:
        messages.error(request, refused.in_words())
    else:
        messages.success(request, _("Your turn has gone to the next in line."))
    return redirect("handing:set", found.learning_set_id)


@require_POST
@signed_in
def swaps(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Ask whoever has another turn to swap it for one of one’s own."""
    learning_set = own_set(request.user, set_id)
    now = timezone.now()
    form = SwapForm(request.POST, turns=named_ahead(learning_set, at=now))
    if not form.is_valid():
        messages.error(request, _("These turns have changed. Look at the rota again."))
        return redirect("handing:set", learning_set.pk)
    try:
        ask_to_swap(
            form.cleaned_data["mine"],
            form.cleaned_data["theirs"],
            by=request.user,
            at=now,
        )
    except RefusedError as refused:
        messages.error(request, refused.in_words())
    else:
        messages.success(request, _("They are asked. Until they say yes, all stays."))
    return redirect("handing:set", learning_set.pk)


@require_POST
@signed_in
def swap(request: PersonRequest, exchange_id: UUID) -> HttpResponseBase:
    """Say yes or no to a swap."""
    found = get_object_or_404(own_exchanges(request.user), pk=exchange_id)
    form = YesForm(request.POST)
    if form.is_valid():
        try:
            answer_swap(
                found,
                says_yes=form.cleaned_data["says"],
                by=request.user,
                at=timezone.now(),
            )
        except RefusedError as refused:
            messages.error(request, refused.in_words())
        else:
            messages.success(request, _("Your answer is told."))
    return redirect("handing:set", found.mine.meeting.learning_set_id)
