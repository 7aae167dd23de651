"""The cases to practise, one of them before it begins, and a seat in another's."""

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.facilitation.interventions import intervention
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.practising.forms import BeginForm
from askwell.web.practising.models import Run
from askwell.web.practising.operations.runs import begin, sit_down
from askwell.web.practising.queries.runs import case_of, places_left, runs_of, seats_of
from askwell.web.practising.refusals import NotDoneError
from askwell.web.practising.screens import case_to_go_on_with, shelves
from askwell.web.practising.views.finding import READ, known_case
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
    """Sit down in somebody else's practice meeting, as a member who asks."""
    run = get_object_or_404(Run, code=code)
    if str(request.user.pk) in seats_of(run):
        return redirect("practising:room", run.pk)
    refused = ""
    if request.method == "POST":
        try:
            sit_down(run, by=request.user)
        except NotDoneError as problem:
            refused = problem.in_words()
        else:
            return redirect("practising:room", run.pk)
    host = next(iter(seats_of(run).values())).person
    page = {
        "case": case_of(run),
        "host": host,
        "has_begun": run.steps.exists(),
        "has_place": bool(places_left(run)),
        "refused": refused,
    }
    return render(request, "practising/seat.html", page, status=409 if refused else 200)
