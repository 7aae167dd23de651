"""A practice meeting while it goes on."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.practice import hearing
from askwell.practice.moves import FACILITATOR, CannotDoError, Does, Move
from askwell.practice.rehearsal import Rehearsal
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.practising.forms import StepForm
from askwell.web.practising.models import Run
from askwell.web.practising.operations import runs as operations
from askwell.web.practising.operations import together
from askwell.web.practising.queries.runs import (
    has_room,
    latest_step,
    moves_of,
    played,
    real_names,
    seats_of,
    so_far,
)
from askwell.web.practising.refusals import NotDoneError, Reason
from askwell.web.practising.screens import moment_open, page_of, said_to
from askwell.web.practising.screens import room as room_of
from askwell.web.practising.views.finding import READ, known_case, own_run

# What in the room's own forms has a meaning in a practice meeting.
SAID_IT = "yes"
PART = "X-Askwell-Part"
DONE_HERE = frozenset(Does) - {Does.JOIN, Does.LET_BE}
"""People come in by the address of a seat; a moment has forms of its own."""


@require_http_methods(READ)
@never_cache
@signed_in
def room(request: PersonRequest, run_id: UUID) -> HttpResponseBase:
    """The room; its inside alone for a page that is there already."""
    run = own_run(request.user, run_id)
    newest = request.GET.get("after", "")
    if newest.isdecimal() and int(newest) == latest_step(run.pk):
        return HttpResponse(status=204)
    return _drawn(request, run)


def _drawn(
    request: PersonRequest,
    run: Run,
    *,
    problem: str = "",
    kept: str = "",
    status: int = 200,
) -> HttpResponseBase:
    seats = seats_of(run)
    moves = moves_of(run, seats)
    found = so_far(run, seats, moves, now=timezone.now())
    if found is None or not run.is_current or len(found.moves) < len(moves):
        return _cannot_go_on(request, run, found, kept=kept, status=status)
    page: dict[str, Any] = page_of(room_of(run, found, seats, request.user))
    page |= {"problem": problem, "kept": kept}
    if page["room"].facilitates and has_room(run):
        address = reverse("practising:seat", args=[run.code])
        page["address"] = request.build_absolute_uri(address)
    if not request.headers.get(PART):
        return render(request, "practising/room.html", page, status=status)
    answer = render(request, "practising/inside.html", page, status=status)
    # So that a page that is no part of the room is never drawn into it.
    answer[PART] = "inside"
    return answer


def _cannot_go_on(
    request: PersonRequest,
    run: Run,
    found: Rehearsal | None,
    *,
    kept: str,
    status: int,
) -> HttpResponseBase:
    """Its case was rewritten, or somebody's part in it is gone."""
    page = {
        "run": run,
        "case": known_case(run.case),
        "rewritten": not run.is_current,
        "kept": kept,
        "can_look_back": found is not None and bool(found.moves),
        "began_it": run.seats.filter(person=request.user, place=FACILITATOR).exists(),
    }
    return render(request, "practising/gone.html", page, status=status)


@require_POST
@never_cache
@signed_in
def step(request: PersonRequest, run_id: UUID, does: str) -> HttpResponseBase:
    """Do one thing. What was typed stays where it cannot be done now."""
    run = own_run(request.user, run_id)
    form = StepForm(request.POST)
    if not form.is_valid():
        kept = request.POST.get("words", "")
        first = next(iter(form.errors.values()))[0]
        return _drawn(request, run, problem=str(first), kept=kept, status=422)
    words = form.cleaned_data["words"]
    try:
        move = _move(request, run, _known(does), form.cleaned_data)
        operations.act(
            run,
            move,
            after=form.cleaned_data["after"],
            by=request.user,
            at=timezone.now(),
        )
    except NotDoneError as problem:
        return _not_done(request, run, problem, words)
    except CannotDoError as problem:
        said = _in_words(problem)
        return _drawn(request, run, problem=said, kept=words, status=422)
    return _looked_at_again(request, run)


def _in_words(problem: CannotDoError) -> str:
    """What to do instead, in the reader's language."""
    names = {each: _(name) for each, name in problem.names.items()}
    return _(problem.words) % names if names else _(problem.words)


def _not_done(
    request: PersonRequest, run: Run, problem: NotDoneError, words: str
) -> HttpResponseBase:
    """A double click, or two at once: what was typed is kept, nothing is done twice."""
    if problem.reason is Reason.WENT_ON and not words:
        return _looked_at_again(request, run)
    return _drawn(request, run, problem=problem.in_words(), kept=words, status=409)


def _looked_at_again(request: PersonRequest, run: Run) -> HttpResponseBase:
    if request.headers.get(PART):
        return _drawn(request, run)
    return redirect(reverse("practising:room", args=[run.pk]) + "#what-now")


def _move(request: PersonRequest, run: Run, does: Does, given: dict[str, Any]) -> Move:
    by, words = str(request.user.pk), given["words"].strip()
    about = given["about"] or None
    if does is Does.SAY and given["option"] is not None:
        return _chosen(request, run, given["option"])
    if does is Does.SAY:
        return _free(run, words, by)
    if does is Does.ASK:
        phase = _so_far(run).state.phase
        return hearing.ask(_needed(words), by=by, phase=phase.name if phase else None)
    if does in WITH_SOMEBODY and about is None:
        raise CannotDoError(WITH_SOMEBODY[does])
    about = about if does in WITH_SOMEBODY else None
    return Move(does, by, about=about)


WITH_SOMEBODY = {
    Does.GIVE_TURN: marked("Choose whom you give the turn to."),
    Does.HAND_OVER: marked("Choose who takes the facilitator’s seat."),
}


def _chosen(request: PersonRequest, run: Run, number: int) -> Move:
    options = _so_far(run).options
    if number >= len(options):
        raise NotDoneError(Reason.WENT_ON)
    return options[number].move(str(request.user.pk))


def _free(run: Run, words: str, by: str) -> Move:
    found, names = _so_far(run), real_names(seats_of(run))
    phase = found.state.phase
    return hearing.say(
        found.case,
        _needed(words),
        by=by,
        seats=found.seats,
        phase=phase.name if phase else None,
        real={each: names[each] for each in found.present if each in names},
    )


def _known(does: str) -> Does:
    if does not in DONE_HERE:
        raise Http404
    return Does(does)


NO_WORDS = marked("Write what you would say, or choose one of the lines.")


def _needed(words: str) -> str:
    if not words:
        raise CannotDoError(NO_WORDS)
    return words


def _so_far(run: Run) -> Rehearsal:
    seats = seats_of(run)
    return played(run, seats, moves_of(run, seats), now=timezone.now())


@require_POST
@never_cache
@signed_in
def act(request: PersonRequest, run_id: UUID, name: str) -> HttpResponseBase:
    """A form of the real room, as far as it has a meaning here."""
    run = own_run(request.user, run_id)
    if name != "moments":
        messages.info(
            request, _("This is left out here. “Take that back” undoes your last step.")
        )
        return _looked_at_again(request, run)
    try:
        found = _so_far(run)
        move = _met(found, request.POST, by=str(request.user.pk))
        if move is None:
            return _looked_at_again(request, run)
        operations.act(
            run, move, after=len(found.moves), by=request.user, at=timezone.now()
        )
    except (NotDoneError, CannotDoError):
        # The moment has gone by meanwhile; the page shows how it stands now.
        return _looked_at_again(request, run)
    return _looked_at_again(request, run)


def _met(found: Rehearsal, given: QueryDict, *, by: str) -> Move | None:
    """To say what the moment asks for, or to let it be; None when it has gone by."""
    moment = moment_open(found, given.get("trigger", ""))
    if moment is None:
        return None
    heard_as, about = (moment.trigger.value,), moment.about
    if given.get("said") != SAID_IT:
        return Move(Does.LET_BE, by, heard_as=heard_as, about=about)
    return Move(Does.SAY, by, said_to(found, moment), heard_as, about)


@require_POST
@never_cache
@signed_in
def undo(request: PersonRequest, run_id: UUID) -> HttpResponseBase:
    """Take the last step back, and try something else."""
    run = own_run(request.user, run_id)
    after = request.POST.get("after", "")
    try:
        operations.take_back(
            run, after=int(after) if after.isdecimal() else -1, by=request.user
        )
    except NotDoneError as problem:
        return _not_done(request, run, problem, "")
    return _looked_at_again(request, run)


@require_POST
@signed_in
def leave(request: PersonRequest, run_id: UUID) -> HttpResponseBase:
    """Delete it, or give up one's seat."""
    run = own_run(request.user, run_id)
    try:
        together.leave(run, by=request.user)
    except NotDoneError as problem:
        messages.error(request, problem.in_words())
        return redirect("practising:room", run.pk)
    gone = not Run.objects.filter(pk=run.pk).exists()
    said = _("It is deleted.") if gone else _("You have given up your seat.")
    messages.success(request, said)
    return redirect("practising:cases")
