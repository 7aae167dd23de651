"""A cohort's terms, and the divisions that were found for it, side by side."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.composer.checking import check
from askwell.web.composing import brief, operations
from askwell.web.composing.forms import PairForm, TermsForm
from askwell.web.composing.models import Composition, Pairing, Terms
from askwell.web.composing.refusals import REFUSED
from askwell.web.composing.views.finding import READ_AND_POST, cohort_for, number_in
from askwell.web.composing.words.figures import bars, overall
from askwell.web.composing.words.problems import fault
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Cohort


@require_http_methods(READ_AND_POST)
@never_cache
@signed_in
def cohort(
    request: PersonRequest, programme_id: UUID, cohort_id: UUID
) -> HttpResponseBase:
    """What was found so far, compared; and a search begun."""
    found = cohort_for(request, programme_id, cohort_id)
    if request.method == "POST":
        return _begun(request, found)
    compositions = list(found.compositions.select_related("made_by"))
    done = [each for each in compositions if each.score and not each.is_going_on]
    page = {
        "cohort": found,
        "compositions": compositions,
        "compared": _side_by_side(found, done),
        "first_name": done[0].name if done else "",
        "adopted": next((each for each in compositions if each.adopted_at), None),
        "state": _state(found),
    }
    return render(request, "composing/cohort.html", page)


def _begun(request: PersonRequest, cohort: Cohort) -> HttpResponseBase:
    number = Composition.objects.filter(cohort=cohort).count() + 1
    name = _("Proposal %(number)s") % {"number": number}
    try:
        begun = operations.ask(cohort, name=name, by=request.user, at=timezone.now())
    except REFUSED as refused:
        messages.error(request, refused.in_words())
        return redirect("composing:cohort", cohort.programme_id, cohort.pk)
    return redirect(begun)


def _side_by_side(cohort: Cohort, done: list[Composition]) -> list[dict[str, Any]]:
    """The first as it is, the others with who sits elsewhere than in it."""
    people = Enrolment.objects.filter(cohort=cohort)
    names = {str(who): name for who, name in people.values_list("pk", "name")}
    first = _mates(done[0]) if done else {}
    return [
        _compared(each, first if at else None, names) for at, each in enumerate(done)
    ]


def _compared(
    composition: Composition,
    first: dict[str, frozenset[str]] | None,
    names: dict[str, str],
) -> dict[str, Any]:
    score = composition.score
    elsewhere = [
        names.get(who, "")
        for who, mates in _mates(composition).items()
        if first is not None and _differs(first, who, mates)
    ]
    return {
        "composition": composition,
        "total": overall(_("In all"), score["total"]),
        "fairness": overall(_("Weakest sets"), score["fairness"]),
        "bars": bars(score["parts"], composition.asked["wishes"]),
        "broken": len(composition.broken),
        "moved": None if first is None else len(elsewhere),
        "elsewhere": sorted(filter(None, elsewhere)),
    }


def _mates(composition: Composition) -> dict[str, frozenset[str]]:
    return {
        who: frozenset(one["members"])
        for one in composition.sets
        for who in one["members"]
    }


def _differs(first: dict[str, frozenset[str]], who: str, mates: frozenset[str]) -> bool:
    """Half of one's set are others: a different set."""
    then = first.get(who, frozenset())
    return len(then & mates) * 2 <= max(len(then), len(mates))


def _state(cohort: Cohort) -> dict[str, Any]:
    """What is missing before a search makes sense."""
    people = brief.members_of(cohort)
    leaders = brief.facilitators_of(cohort)
    terms = Terms.objects.filter(cohort=cohort).first() or Terms(cohort=cohort)
    wanted = terms.sets or brief.usual_number(terms, len(people)) if people else 0
    here = Enrolment.objects.filter(cohort=cohort, takes_part=True)
    asked = here.unanswered().count()
    return {
        "people": len(people),
        "unanswered": asked,
        "unasked": here.filter(status=Enrolment.Status.LISTED).count(),
        "facilitators": len(leaders),
        "capacity": sum(brief.room_of(leaders, cohort).values()),
        "sets": wanted,
        "terms": terms,
    }


@require_http_methods(READ_AND_POST)
@never_cache
@signed_in
def terms(
    request: PersonRequest, programme_id: UUID, cohort_id: UUID
) -> HttpResponseBase:
    """One page: what must be, and what should be."""
    found = cohort_for(request, programme_id, cohort_id)
    kept = Terms.objects.filter(cohort=found).first() or Terms(cohort=found)
    form = TermsForm(request.POST or None, instance=kept)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("These are the terms from now on."))
        return redirect("composing:terms", programme_id, cohort_id)
    people = brief.members_of(found)
    page = {
        "cohort": found,
        "form": form,
        "pair_form": PairForm(people),
        "pairings": found.pairings.select_related("one", "other"),
        "state": _state(found),
        "faults": _faults(found, kept, people),
    }
    return render(
        request, "composing/terms.html", page, status=422 if form.errors else 200
    )


def _faults(cohort: Cohort, terms: Terms, people: list[Enrolment]) -> list[str]:
    if terms.pk is None or not people:
        return []
    known = brief.known_of(cohort, brief.asked_by(terms, len(people)))
    return [fault(each, known.enrolments) for each in check(known.brief)]


@require_POST
@signed_in
def pairs(
    request: PersonRequest, programme_id: UUID, cohort_id: UUID
) -> HttpResponseBase:
    """Say of two people that they shall sit together or apart, or take it back."""
    found = cohort_for(request, programme_id, cohort_id)
    if struck := request.POST.get("strike", ""):
        chosen = Pairing.objects.filter(cohort=found)
        get_object_or_404(chosen, pk=number_in(struck, otherwise=0)).delete()
        return redirect("composing:terms", programme_id, cohort_id)
    form = PairForm(brief.members_of(found), request.POST)
    if form.is_valid():
        one, other = sorted(
            (form.cleaned_data["one"], form.cleaned_data["other"]), key=lambda e: e.pk
        )
        Pairing.objects.update_or_create(
            cohort=found,
            one=one,
            other=other,
            defaults={"kind": form.cleaned_data["kind"]},
        )
    else:
        messages.error(request, _("Choose two different people."))
    return redirect("composing:terms", programme_id, cohort_id)
