"""Rounds of questions, for whoever looks after the whole programme."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.running.views.guarding import WHOLE, of_programme
from askwell.web.running.views.making import BOTH, READ
from askwell.web.surveys.forms import RoundForm
from askwell.web.surveys.operations import rounds as operations
from askwell.web.surveys.queries.rounds import (
    instruments_for,
    progress_of,
    rounds_of,
    to_ask,
)
from askwell.web.surveys.refusals import NotDoneError
from askwell.web.surveys.screens import shown
from askwell.web.surveys.views.posted import posted


@require_http_methods(READ)
@of_programme(*WHOLE)
def surveys(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Every round there was and is, and the next one to open."""
    now = timezone.now()
    rounds = list(rounds_of(programme))
    progress = progress_of(rounds)
    known = instruments_for(programme)
    cards = [shown(each, progress.get(each.pk), known, at=now) for each in rounds]
    page = {
        "programme": programme,
        "cards": cards,
        "may_open": all(each.is_closed for each in cards),
    }
    return render(request, "surveys/surveys.html", page)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def opening(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """What to ask, from when to when; then people are told."""
    now, zone = timezone.now(), ZoneInfo(programme.time_zone)
    known = instruments_for(programme).values()
    form = RoundForm(posted(request), known=known, today=now.astimezone(zone).date())
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and _opened(request, programme, form):
            return redirect("surveys:surveys", programme.pk)
    page = {"programme": programme, "form": form, "asked": len(to_ask(programme))}
    return render(request, "surveys/opening.html", page, status=status)


def _opened(request: PersonRequest, programme: Programme, form: RoundForm) -> bool:
    now, given = timezone.now(), form.cleaned_data
    opens_at, closes_at = form.span(ZoneInfo(programme.time_zone), at=now)
    try:
        opened = operations.open_round(
            programme,
            moment=given["moment"],
            instruments=given["instruments"],
            asks_ties=given["asks_ties"],
            opens_at=opens_at,
            closes_at=closes_at,
            by=request.user,
            at=now,
        )
    except NotDoneError as refused:
        form.add_error(None, refused.in_words())
        return False
    if opened.begun_at:
        messages.success(request, _("The round is open, and everybody is told."))
    else:
        messages.success(request, _("The round is planned. You can still withdraw it."))
    return True


@require_POST
@of_programme(*WHOLE)
def withdrawal(
    request: PersonRequest, programme: Programme, round_id: UUID
) -> HttpResponseBase:
    """As if it had never been planned."""
    round_ = get_object_or_404(rounds_of(programme), pk=round_id)
    try:
        operations.withdraw(round_.pk)
    except NotDoneError as refused:
        messages.warning(request, refused.in_words())
    else:
        messages.success(request, _("The round is withdrawn. Nobody was asked."))
    return redirect("surveys:surveys", programme.pk)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def closing(
    request: PersonRequest, programme: Programme, round_id: UUID
) -> HttpResponseBase:
    """What closing early means, before it is done."""
    now = timezone.now()
    round_ = get_object_or_404(rounds_of(programme), pk=round_id)
    if request.method == "POST":
        try:
            operations.close_early(round_.pk, at=now)
        except NotDoneError as refused:
            messages.warning(request, refused.in_words())
        else:
            messages.success(request, _("The round has closed."))
        return redirect("surveys:surveys", programme.pk)
    if not round_.is_open(at=now):
        return redirect("surveys:surveys", programme.pk)
    page = {"programme": programme, "round": round_}
    return render(request, "surveys/closing.html", page)
