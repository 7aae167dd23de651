"""The question gym: write, turn, choose. What is typed is read and not kept."""

from typing import Any

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.facilitation.gym import following, in_order, named
from askwell.web.coaching.wording import KINDS
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.training.exercises import EXERCISES, Kind, heard_as, looked_at
from askwell.web.training.forms import QuestionForm
from askwell.web.training.models import Asked
from askwell.web.training.operations import ask
from askwell.web.training.queries import context_of, questions_asked
from askwell.web.training.views.path import READ

KINDS_BY_NAME = {each.value: each for each in KINDS}


@require_http_methods(READ)
@never_cache
@signed_in
def gym(request: PersonRequest) -> HttpResponseBase:
    """Three exercises to choose from."""
    asked = questions_asked(request.user)
    page = {"exercises": [(each, asked[each.name]) for each in EXERCISES]}
    return render(request, "training/gym.html", page)


@require_http_methods(READ)
@never_cache
@signed_in
def first(request: PersonRequest, exercise: str) -> HttpResponseBase:
    """The first situation not worked on yet, of one's own context first."""
    kind = known(exercise)
    asked = set(
        Asked.objects.filter(person=request.user, exercise=kind.name).values_list(
            "situation", flat=True
        )
    )
    ordered = in_order(kind.situations, context=_context(request.user))
    new = [each for each in ordered if each.name not in asked] or ordered
    return redirect("training:situation", kind.name, new[0].name)


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def situation(request: PersonRequest, exercise: str, name: str) -> HttpResponseBase:
    """One situation; try as often as you like."""
    kind = known(exercise)
    try:
        found = named(kind.situations, name)
    except KeyError:
        raise Http404 from None
    page: dict[str, Any] = {
        "exercise": kind,
        "one": found,
        "next": following(kind.situations, name, context=_context(request.user)),
    }
    page |= _chosen(request, found) if kind.chooses else _written(request)
    if page["tried"]:
        exercise_kind = Asked.Exercise(kind.name)
        ask(exercise_kind, found.name, by=request.user, at=timezone.now())
    wrong = request.method == "POST" and not page["tried"]
    return render(
        request, "training/situation.html", page, status=422 if wrong else 200
    )


def _written(request: PersonRequest) -> dict[str, Any]:
    """How it is heard, and how whoever wrote it says they meant it; none is kept.

    A correction is kept of a contribution alone, for its set to give away or not.
    What is tried here belongs to no meeting, so there is nothing to correct it in.
    """
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return {"form": form, "tried": False}
    words = form.cleaned_data["words"]
    heard = heard_as(words)
    meant = KINDS_BY_NAME.get(request.POST.get("meant", ""))
    return {
        "form": form,
        "tried": True,
        "words": words,
        "look": looked_at(words),
        "kinds": [(each.value, says) for each, says in KINDS.items() if each != heard],
        "meant": KINDS.get(meant) if meant and meant != heard else None,
    }


def _chosen(request: PersonRequest, found: Any) -> dict[str, Any]:
    parts = {str(number): each for number, each in enumerate(found.parts)}
    part = parts.get(request.POST.get("part", ""))
    unchosen = request.method == "POST" and part is None
    return {"part": part, "tried": part is not None, "unchosen": unchosen}


def known(exercise: str) -> Kind:
    for each in EXERCISES:
        if each.name == exercise:
            return each
    raise Http404


def _context(person: Person) -> str:
    context = context_of(person)
    return context.name if context else ""
