"""Where one person could sit, and who could facilitate one set."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.composer.appraising import Appraisal
from askwell.composer.proposal import ProposedSet
from askwell.web.composing import boards
from askwell.web.composing.boards import Loaded
from askwell.web.composing.models import Composition
from askwell.web.composing.refusals import SENTENCES, Reason
from askwell.web.composing.views.drawing import (
    numbers_of,
    person_of,
    sized_of,
)
from askwell.web.composing.views.finding import READ, composition_for
from askwell.web.composing.words.verdicts import Verdict, refusal, verdict
from askwell.web.people.signed_in import PersonRequest, signed_in

SUGGESTED = 4
# More sets than this are asked about only as far as the page shows them.
MOST_SETS = 60


@require_http_methods(READ)
@never_cache
@signed_in
def person(
    request: PersonRequest, composition_id: UUID, enrolment_id: UUID
) -> HttpResponseBase:
    """What each set would say to somebody: a page, or for the board its bare facts."""
    composition = composition_for(request, composition_id)
    found, who = boards.loaded(composition), str(enrolment_id)
    if who not in {one.id for one in found.known.brief.people}:
        raise Http404
    here = found.board.set_of(who)
    verdicts = _verdicts(composition, found, who, request.GET.getlist("set"))
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(_bare(verdicts))
    numbers = numbers_of(found.board)
    held = who in composition.locks.get("people", {})
    drawn = person_of(found.known.enrolments[who], held=held)
    facts = (drawn.area, drawn.level, drawn.organisation, drawn.place)
    page = {
        "composition": composition,
        "cohort": composition.cohort,
        "person": drawn,
        "facts": [fact for fact in facts if fact],
        "here": numbers.get(here or "", ""),
        "here_id": here,
        "places": [(each, numbers[each], said) for each, said in verdicts.items()],
        "swaps": _swaps(composition, found, who),
    }
    return render(request, "composing/person.html", page)


def _verdicts(
    composition: Composition, found: Loaded, who: str, asked: list[str]
) -> dict[str, Verdict]:
    """For every set but their own."""
    here = found.board.set_of(who)
    held = {*composition.locks.get("sets", ())}
    is_held = who in composition.locks.get("people", {}) or here in held
    known = found.known.enrolments
    chosen = [each.id for each in found.board.sets if not asked or each.id in asked]
    return {
        each: refusal(str(SENTENCES[Reason.HELD]))
        if is_held or each in held
        else verdict(
            found.board.move(who, each), found.board, known, sized_of(composition)
        )
        for each in chosen[:MOST_SETS]
        if each != here
    }


def _bare(verdicts: dict[str, Verdict]) -> dict[str, Any]:
    return {
        "sets": {
            each: {"kind": said.kind, "words": said.words, "why": said.why}
            for each, said in verdicts.items()
        }
    }


def _swaps(composition: Composition, found: Loaded, who: str) -> list[dict[str, Any]]:
    """The best people to change places with, if that breaks nothing."""
    numbers = numbers_of(found.board)
    swaps = []
    for appraisal in found.board.suggestions(who, best=SUGGESTED * 3):
        other = _other(appraisal, who)
        if other is None or appraisal.forbidden:
            continue
        said = verdict(
            appraisal, found.board, found.known.enrolments, sized_of(composition)
        )
        swaps.append(
            {
                "id": other,
                "name": found.known.enrolments[other].name,
                "set": numbers.get(found.board.set_of(other) or "", ""),
                "verdict": said,
            }
        )
    return swaps[:SUGGESTED]


def _other(appraisal: Appraisal, who: str) -> str | None:
    """Whoever goes the other way; None where nobody does."""
    for set_id, before in appraisal.edit.before.items():
        after = appraisal.edit.after[set_id]
        for one in _came(before, after):
            if one != who:
                return one
    return None


def _came(before: ProposedSet | None, after: ProposedSet | None) -> set[str]:
    was = set(before.members) if before else set()
    return set(after.members) - was if after else set()


@require_http_methods(READ)
@never_cache
@signed_in
def facilitator(
    request: PersonRequest, composition_id: UUID, set_id: str
) -> HttpResponseBase:
    """Who could facilitate a set, and who could not and why."""
    composition = composition_for(request, composition_id)
    found = boards.loaded(composition)
    one = next((each for each in found.board.sets if each.id == set_id), None)
    if one is None:
        raise Http404
    taking = [each.facilitator for each in found.board.sets]
    page = {
        "composition": composition,
        "cohort": composition.cohort,
        "set_id": set_id,
        "set_name": numbers_of(found.board)[set_id],
        "choices": [
            {
                "person": person_of(found.known.enrolments[leader.id]),
                "is_here": leader.id == one.facilitator,
                "takes": taking.count(leader.id),
                "capacity": leader.capacity,
                "verdict": verdict(
                    found.board.take(leader.id, set_id),
                    found.board,
                    found.known.enrolments,
                    sized_of(composition),
                    strict=True,
                ),
            }
            for leader in found.known.brief.facilitators
        ],
    }
    return render(request, "composing/facilitator.html", page)
