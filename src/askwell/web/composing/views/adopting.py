"""The first dates, the adoption, and what people answer to their place."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.composing import boards, brief, operations, queries
from askwell.web.composing.models import Composition, Placement
from askwell.web.composing.refusals import REFUSED
from askwell.web.composing.views.drawing import draw, numbers_of
from askwell.web.composing.views.finding import (
    READ_AND_POST,
    cohort_for,
    composition_for,
    done_or_told,
    version_in,
)
from askwell.web.composing.views.late import late
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Cohort


@require_http_methods(READ_AND_POST)
@never_cache
@signed_in
def dates(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """When each set first meets; the rest follows at the programme's rhythm."""
    found = composition_for(request, composition_id)
    if found.is_going_on or found.adopted_at:
        return redirect(found)
    proposed = queries.first_dates(found, at=timezone.now())
    clashes: list[tuple[str, str]] = []
    if request.method == "POST":
        chosen = {each.set_id: _chosen(request, each) for each in proposed}
        try:
            clashes = operations.choose_dates(
                found, chosen, version=version_in(request)
            )
        except REFUSED as refused:
            messages.error(request, refused.in_words())
            return redirect(found)
        if not clashes:
            return redirect("composing:adoption", found.pk)
    numbers = numbers_of(boards.loaded(found).board)
    page = {
        "composition": found,
        "cohort": found.cohort,
        "sets": [(numbers.get(each.set_id, ""), each) for each in proposed],
        "clashes": [(numbers[one], numbers[other]) for one, other in clashes],
    }
    return render(request, "composing/dates.html", page, status=422 if clashes else 200)


def _chosen(request: PersonRequest, proposed: queries.FirstDates) -> datetime | None:
    said = request.POST.get(f"date_{proposed.set_id}", "")
    return next((e for e in proposed.choices if e.isoformat() == said), None)


@require_http_methods(READ_AND_POST)
@never_cache
@signed_in
def adoption(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """What is sent to whom once it is adopted; and the adoption, once."""
    found = composition_for(request, composition_id)
    if request.method == "POST":
        return _adopted(request, found)
    if found.adopted_at:
        return _to_placements(found.cohort)
    if found.is_going_on:
        return redirect(found)
    page = {
        "composition": found,
        "cohort": found.cohort,
        "programme": found.cohort.programme,
        "board": draw(found),
        "people": sum(len(one["members"]) for one in found.sets),
        "undated": sum(not found.dates.get(one["id"]) for one in found.sets),
        "unled": sum(not one["facilitator"] for one in found.sets),
    }
    return render(request, "composing/adoption.html", page)


def _adopted(request: PersonRequest, composition: Composition) -> HttpResponseBase:
    """Pressed twice it is adopted once."""
    now = timezone.now()
    try:
        if not composition.adopted_at:
            operations.adopt(
                composition, version=version_in(request), by=request.user, at=now
            )
            composition.refresh_from_db()
        operations.found(composition, at=now)
    except REFUSED as refused:
        messages.error(request, refused.in_words())
        return redirect(composition)
    return _to_placements(composition.cohort)


def _to_placements(cohort: Cohort) -> HttpResponseBase:
    return redirect("composing:placements", cohort.programme_id, cohort.pk)


@require_http_methods(READ_AND_POST)
@never_cache
@signed_in
def placements(
    request: PersonRequest, programme_id: UUID, cohort_id: UUID
) -> HttpResponseBase:
    """Who said yes to their set; and places for whoever comes late."""
    found = cohort_for(request, programme_id, cohort_id)
    if request.method == "POST":
        return _placed(request, found)
    adopted = found.compositions.filter(adopted_at__isnull=False).first()
    smallest = adopted.asked["size_min"] if adopted else 0
    sets = queries.placed_sets(found, smallest=smallest, at=timezone.now())
    page = {
        "cohort": found,
        "programme": found.programme,
        "adopted": adopted,
        "sets": sets,
        "is_growing": bool(adopted and not adopted.founded_at),
        "unplaced": late(adopted, sets, queries.unplaced(found, sets))
        if adopted
        else [],
        "facilitators": brief.facilitators_of(found),
    }
    return render(request, "composing/placements.html", page)


def _placed(request: PersonRequest, cohort: Cohort) -> HttpResponseBase:
    """Ask somebody into a set, or somebody else to facilitate it."""
    sets = {str(one.pk): one for one in cohort.sets.all()}
    chosen = sets.get(request.POST.get("set", ""))
    who = _uuid(request.POST.get("person", ""))
    if chosen is None or who is None:
        messages.error(request, _("Choose a person and a set."))
        return _to_placements(cohort)
    leads = request.POST.get("as") == "facilitator"
    act = operations.replace_facilitator if leads else operations.place_late
    return done_or_told(
        request,
        lambda: act(cohort, who, chosen.pk, by=request.user, at=timezone.now()),
        where=request.path,
        done=_("They are asked."),
    )


def _uuid(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


@require_POST
@signed_in
def again(
    request: PersonRequest, programme_id: UUID, cohort_id: UUID, placement_id: int
) -> HttpResponseBase:
    """A new invitation where the last one ran out."""
    found = cohort_for(request, programme_id, cohort_id)
    here = Placement.objects.filter(
        learning_set__cohort=found, replaced_at__isnull=True
    ).select_related("invitation__learning_set__cohort", "enrolment__person")
    placement = get_object_or_404(here, pk=placement_id)
    return done_or_told(
        request,
        lambda: operations.ask_again(placement, by=request.user, at=timezone.now()),
        where=f"/programmes/{programme_id}/cohorts/{cohort_id}/placements/",
        done=_("They are asked again."),
    )
