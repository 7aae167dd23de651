"""The board: the search while it goes on, then the sets, and every change by hand."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.composer.amending import Amendment
from askwell.web.composing import boards, operations
from askwell.web.composing.models import Composition
from askwell.web.composing.operations import ForbiddenError
from askwell.web.composing.refusals import REFUSED, NotComposedError, Reason
from askwell.web.composing.views.drawing import draw, numbers_of, sized_of
from askwell.web.composing.views.finding import (
    READ,
    composition_for,
    number_in,
    version_in,
)
from askwell.web.composing.words.figures import overall
from askwell.web.composing.words.verdicts import why_not
from askwell.web.people.signed_in import PersonRequest, signed_in

# A board that asks for itself in place is given its own part of the page.
IN_PLACE = "X-Askwell-Board"


@require_http_methods(READ)
@never_cache
@signed_in
def board(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """While it is searched for, how it goes; then the sets."""
    found = composition_for(request, composition_id)
    if found.is_going_on or not found.sets:
        _looks(found)
        return render(request, "composing/searching.html", _going(found))
    return render(request, "composing/board.html", _page(request, found))


def _page(
    request: PersonRequest,
    composition: Composition,
    *,
    refused: str = "",
    done: str = "",
) -> dict[str, Any]:
    number = number_in(request.GET.get("page", ""), otherwise=1)
    changes = composition.changes
    return {
        "composition": composition,
        "cohort": composition.cohort,
        "board": draw(composition, page=number),
        "last": changes.filter(is_undone=False).select_related("by").last(),
        "undone": changes.filter(is_undone=True).select_related("by").first(),
        "refused": refused,
        "done": done,
        "holds": any(composition.locks.values()),
    }


@require_http_methods(READ)
@never_cache
@signed_in
def progress(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """How it goes, for the page to put into its place."""
    found = composition_for(request, composition_id)
    _looks(found)
    answer = render(request, "composing/progress.html", _going(found))
    answer["X-Askwell-Over"] = "no" if found.is_going_on else "yes"
    return answer


def _looks(composition: Composition) -> None:
    """Whoever looks need not be told when it is over."""
    Composition.objects.filter(pk=composition.pk).update(looked_at=timezone.now())


def _going(composition: Composition) -> dict[str, Any]:
    far = composition.so_far
    total = far.get("total", 0.0)
    return {
        "composition": composition,
        "cohort": composition.cohort,
        "percent": round(composition.share * 100),
        "best": overall(_("The best so far"), total) if total else None,
        "broken": far.get("broken", 0),
        "is_slow": far.get("fast") is False,
        "is_preparing": far.get("preparing", False),
    }


@require_POST
@signed_in
def stop(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """The best so far is kept."""
    found = composition_for(request, composition_id)
    operations.stop(found.pk)
    return redirect(found)


@require_POST
@signed_in
def changes(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """One step by hand; what it was is said, and can be taken back."""
    found = composition_for(request, composition_id)
    act = ACTS.get(request.POST.get("act", ""))
    refused = done = ""
    try:
        if act is None:
            raise NotComposedError(Reason.NOT_THERE)
        done = act(request, found)
    except ForbiddenError as forbidden:
        refused = _not_possible(found, forbidden)
    except REFUSED as stood_in_the_way:
        refused = stood_in_the_way.in_words()
    if request.headers.get(IN_PLACE):
        return _in_place(request, found, refused=refused, done=done)
    if refused:
        messages.error(request, refused)
    elif done:
        messages.success(request, done)
    return redirect(found)


def _in_place(
    request: PersonRequest, composition: Composition, *, refused: str, done: str
) -> HttpResponse:
    composition.refresh_from_db()
    page = _page(request, composition, refused=refused, done=done)
    status = 409 if refused else 200
    return render(request, "composing/board_body.html", page, status=status)


def _not_possible(composition: Composition, forbidden: ForbiddenError) -> str:
    people = boards.loaded(composition).known.enrolments
    why = why_not(forbidden.told, people, sized_of(composition))
    return _("Not possible: %(why)s") % {"why": why}


# --- the steps; each says what it did


def _by(request: PersonRequest) -> dict[str, Any]:
    return {
        "version": version_in(request),
        "by": request.user,
        "at": timezone.now(),
    }


def _said(request: PersonRequest, name: str) -> str:
    return str(request.POST.get(name, ""))


def _move(request: PersonRequest, composition: Composition) -> str:
    person, to_set = _said(request, "person"), _said(request, "set")
    found = boards.loaded(composition)
    operations.move(composition, person, to_set, **_by(request))
    return _("%(name)s sits in %(set)s now.") % {
        "name": found.known.enrolments[person].name,
        "set": numbers_of(found.board).get(to_set, ""),
    }


def _swap(request: PersonRequest, composition: Composition) -> str:
    one, other = _said(request, "person"), _said(request, "other")
    people = boards.loaded(composition).known.enrolments
    operations.swap(composition, one, other, **_by(request))
    return _("%(one)s and %(other)s changed places.") % {
        "one": people[one].name,
        "other": people[other].name,
    }


def _take(request: PersonRequest, composition: Composition) -> str:
    facilitator = _said(request, "facilitator") or None
    operations.take(composition, facilitator, _said(request, "set"), **_by(request))
    return _("The facilitator is changed.")


def _lock(request: PersonRequest, composition: Composition) -> str:
    on = _said(request, "on") == "yes"
    what, which = _said(request, "what"), _said(request, "which")
    operations.lock(composition, what, which, on=on, **_by(request))
    return _("Held in its place.") if on else _("Let go again.")


def _undo(request: PersonRequest, composition: Composition) -> str:
    operations.undo(composition, **_by(request))
    return _("Taken back.")


def _redo(request: PersonRequest, composition: Composition) -> str:
    operations.redo(composition, **_by(request))
    return _("Done again.")


def _place(request: PersonRequest, composition: Composition) -> str:
    return _amended(operations.place_and_take_out(composition, **_by(request)))


def _staff(request: PersonRequest, composition: Composition) -> str:
    return _amended(operations.staff(composition, **_by(request)))


def _merge(request: PersonRequest, composition: Composition) -> str:
    chosen = _said(request, "set")
    return _amended(operations.merge(composition, chosen, **_by(request)))


def _amended(amendment: Amendment) -> str:
    """How many it was felt by."""
    moved = len(amendment.moved) + len(amendment.placed) + len(amendment.left)
    taken = len(amendment.taken)
    people = ngettext("%(number)s person moved", "%(number)s people moved", moved) % {
        "number": moved
    }
    facilitators = ngettext(
        "%(number)s facilitator changed", "%(number)s facilitators changed", taken
    ) % {"number": taken}
    return f"{people}, {facilitators}."


Act = Callable[[PersonRequest, Composition], str]
ACTS: dict[str, Act] = {
    "move": _move,
    "swap": _swap,
    "take": _take,
    "lock": _lock,
    "undo": _undo,
    "redo": _redo,
    "place": _place,
    "staff": _staff,
    "merge": _merge,
}
