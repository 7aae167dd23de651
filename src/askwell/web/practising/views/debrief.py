"""How a practice meeting went."""

from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.practice.debrief import debrief
from askwell.practice.rehearsal import Rehearsal
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.practising.looking_back import look_back, next_case
from askwell.web.practising.models import Seat
from askwell.web.practising.operations.together import show_debrief
from askwell.web.practising.queries.runs import moves_of, seats_of, so_far
from askwell.web.practising.refusals import NotDoneError
from askwell.web.practising.views.finding import READ, known_case, own_run


@require_http_methods(READ)
@never_cache
@signed_in
def look(request: PersonRequest, run_id: UUID) -> HttpResponseBase:
    """What was noticed, missed and overdone; whoever facilitated decides who reads."""
    run = own_run(request.user, run_id)
    seats = seats_of(run)
    moves = moves_of(run, seats)
    found = so_far(run, seats, moves, now=timezone.now())
    if found is None:
        page = {
            "run": run,
            "case": known_case(run.case),
            "rewritten": not run.is_current,
        }
        return render(request, "practising/gone.html", page)
    if not found.moves:
        return redirect("practising:room", run.pk)
    me = str(request.user.pk)
    open_to_me = _open_to(me, found, seats)
    if not open_to_me:
        return render(request, "practising/not_shown.html", {"run": run})
    asked = request.GET.get("of", "")
    of = asked if asked in open_to_me else open_to_me[0]
    page = {
        "run": run,
        "case": found.case,
        "back": look_back(found, debrief(found, of=of), seats),
        "of": seats[of].person if of in seats else None,
        "is_mine": of == me,
        "open_to_me": open_to_me,
        "seat": seats[me],
        "with_others": len(seats) > 1,
        "changed": not run.is_current,
        "cut_short": len(found.moves) < len(moves),
        "next": next_case(found.case),
    }
    return render(request, "practising/debrief.html", page)


def _open_to(me: str, found: Rehearsal, seats: dict[str, Seat]) -> list[str]:
    """Of those who facilitated, whose look back this person reads; their own first."""
    led = list(dict.fromkeys(lead.person for lead in found.leads))
    shown = [each for each in led if each in seats and seats[each].shows_debrief]
    return [*(each for each in led if each == me), *(p for p in shown if p != me)]


@require_POST
@never_cache
@signed_in
def sharing(request: PersonRequest, run_id: UUID) -> HttpResponseBase:
    """Let the others who took part read it, or no longer."""
    run = own_run(request.user, run_id)
    try:
        shows = request.POST.get("shows") == "yes"
        show_debrief(run, by=request.user, shows=shows, at=timezone.now())
    except NotDoneError:
        raise Http404 from None
    return redirect("practising:debrief", run.pk)
