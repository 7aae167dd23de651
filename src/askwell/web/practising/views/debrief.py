"""How a practice meeting went."""

from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.practice.debrief import debrief
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.practising.looking_back import look_back, next_case
from askwell.web.practising.operations.runs import show_debrief
from askwell.web.practising.queries.runs import moves_of, played, seats_of
from askwell.web.practising.refusals import NotDoneError
from askwell.web.practising.views.finding import READ, own_run


@require_http_methods(READ)
@never_cache
@signed_in
def look(request: PersonRequest, run_id: UUID) -> HttpResponseBase:
    """What was noticed, missed and overdone; whoever facilitated decides who reads."""
    run = own_run(request.user, run_id)
    seats = seats_of(run)
    facilitates = seats[str(request.user.pk)].facilitates
    if not facilitates and not run.shows_debrief:
        return render(request, "practising/not_shown.html", {"run": run})
    found = played(run, seats, moves_of(run), now=timezone.now())
    if not found.moves:
        return redirect("practising:room", run.pk)
    page = {
        "run": run,
        "case": found.case,
        "back": look_back(found, debrief(found), seats),
        "facilitates": facilitates,
        "with_others": len(seats) > 1,
        "next": next_case(found.case),
    }
    return render(request, "practising/debrief.html", page)


@require_POST
@never_cache
@signed_in
def sharing(request: PersonRequest, run_id: UUID) -> HttpResponseBase:
    """Let the others who took part read it, or no longer."""
    run = own_run(request.user, run_id)
    try:
        show_debrief(run, by=request.user, shows=request.POST.get("shows") == "yes")
    except NotDoneError:
        raise Http404 from None
    return redirect("practising:debrief", run.pk)
