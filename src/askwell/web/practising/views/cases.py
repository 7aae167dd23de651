"""The cases to practise, one of them before it begins, and a seat in another's."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.facilitation.interventions import intervention
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.practising.forms import BeginForm
from askwell.web.practising.operations.runs import begin
from askwell.web.practising.operations.together import begin_again, sit_down
from askwell.web.practising.queries.runs import (
    has_room,
    known_runs,
    places_left,
    runs_of,
    seats_of,
)
from askwell.web.practising.refusals import NotDoneError
from askwell.web.practising.shelves import case_to_go_on_with, shelves
from askwell.web.practising.views.finding import READ, known_case, own_run
from askwell.web.training.queries import context_of


@require_http_methods(READ)
@never_cache
@signed_in
def cases(request: PersonRequest) -> HttpResponseBase:
    """Which meetings can be practised."""
    context = context_of(request.user)
    first = context.name if context else ""
    found = shelves(list(runs_of(request.user)), first=first)
    page = {"shelves": found, "next": case_to_go_on_with(found)}
    return render(request, "practising/cases.html", page)


@require_http_methods(READ)
@never_cache
@signed_in
def case(request: PersonRequest, name: str) -> HttpResponseBase:
    """What one knows before the meeting begins."""
    found = known_case(name)
    triggers = dict.fromkeys(scene.trigger for scene in found.scenes)
    page = {
        "case": found,
        "form": BeginForm(),
        "runs": runs_of(request.user).filter(case=name),
        "practises": dict.fromkeys(
            intervention(each).competency.title for each in triggers
        ),
    }
    return render(request, "practising/case.html", page)


@require_POST
@signed_in
def begun(request: PersonRequest, name: str) -> HttpResponseBase:
    """Begin it; `again` another of mine, with the same chance."""
    found = known_case(name)
    form = BeginForm(request.POST)
    form.is_valid()
    again = request.POST.get("again")
    like = runs_of(request.user).filter(case=name, code=again).first()
    run = begin(
        found,
        by=request.user,
        at=timezone.now(),
        with_help=form.cleaned_data["with_help"],
        like=like,
    )
    return redirect("practising:room", run.pk)


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def seat(request: PersonRequest, code: str) -> HttpResponseBase:
    """Sit down in somebody else's practice meeting: to ask, or to watch and ask."""
    run = get_object_or_404(known_runs(), code=code)
    seats = seats_of(run)
    if str(request.user.pk) in seats:
        return redirect("practising:room", run.pk)
    refused = ""
    if request.method == "POST":
        try:
            sit_down(run, by=request.user, at=timezone.now())
        except NotDoneError as problem:
            refused = problem.in_words()
        else:
            return redirect("practising:room", run.pk)
    page = {
        "case": known_case(run.case),
        "host": next(iter(seats.values())).person,
        "beside": run.steps.exists() or not places_left(run),
        "is_over": run.ended_at is not None or not run.is_current,
        "has_room": has_room(run),
        "refused": refused,
    }
    return render(request, "practising/seat.html", page, status=409 if refused else 200)


@require_POST
@signed_in
def again(request: PersonRequest, run_id: UUID) -> HttpResponseBase:
    """The same case with the same people, and the next of them facilitates."""
    run = own_run(request.user, run_id)
    try:
        new = begin_again(run, by=request.user, at=timezone.now())
    except NotDoneError as problem:
        messages.error(request, problem.in_words())
        return redirect("practising:debrief", run.pk)
    return redirect("practising:seat", new.code)
