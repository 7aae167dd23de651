"""Saying where, when and what before the sets are made; one's own pages alone."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import operations, painting, queries, rules, steps, weeks
from askwell.web.intake.forms import (
    ApartForm,
    ChallengeForm,
    FacilitatingForm,
    WhenForm,
    WhereForm,
    filled,
)
from askwell.web.intake.refusals import NotDoneError
from askwell.web.intake.steps import Step
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in

Keep = Callable[[PersonRequest, Enrolment, dict[str, Any]], None]


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def begin(request: PersonRequest, enrolment_id: UUID) -> HttpResponseBase:
    """To the first page that is asked of this person."""
    enrolment = _own(request, enrolment_id)
    first = steps.steps_for(enrolment)[0]
    return redirect("intake:say", enrolment.pk, first.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def say(request: PersonRequest, enrolment_id: UUID, step: str) -> HttpResponseBase:
    """One page of it: kept, and on to the next."""
    enrolment = _own(request, enrolment_id)
    asked = steps.steps_for(enrolment)
    here = next((each for each in asked if each.slug == step), None)
    if here is None:
        raise Http404
    form = _form(request, enrolment, here)
    if request.method == "POST" and form.is_valid():
        return _said(request, enrolment, here, form)
    status = 422 if form.is_bound else 200
    page = {
        "enrolment": enrolment,
        "programme": enrolment.programme,
        "step": here,
        "number": asked.index(here) + 1,
        "of": len(asked),
        "before": steps.before(here, asked),
        "is_last": steps.following(here, asked) is None,
        "is_locked": not rules.may_change_intake(enrolment),
        "form": form,
        **_beside(request.user, enrolment, here, form),
    }
    return render(request, here.template, page, status=status)


def _own(request: PersonRequest, enrolment_id: UUID) -> Enrolment:
    found: Enrolment = get_object_or_404(rules.joined_by(request.user), pk=enrolment_id)
    return found


# --- what each page shows


def _form(request: PersonRequest, enrolment: Enrolment, step: Step) -> forms.Form:
    sent = request.POST if request.method == "POST" else None
    intake = queries.intake_of(enrolment, request.user)
    match step:
        case steps.WHERE:
            known = {"level": enrolment.level or ""}
            known |= {"area": enrolment.area, "place": enrolment.place}
            return WhereForm(sent, partner=enrolment.partner, initial=known)
        case steps.WHEN:
            clocks = enrolment.time_zone or request.user.time_zone
            return WhenForm(sent, initial={"time_zone": clocks})
        case steps.CHALLENGE:
            said = {"challenge": intake.challenge, "may_compare": intake.may_compare}
            return ChallengeForm(sent, initial=said)
        case steps.APART:
            return ApartForm(sent, initial={"apart": intake.apart})
    takes = enrolment.capacity if enrolment.facilitates else 0
    return FacilitatingForm(
        sent, takes_part=enrolment.takes_part, initial={"capacity": takes}
    )


def _beside(
    person: Person, enrolment: Enrolment, step: Step, form: forms.Form
) -> dict[str, Any]:
    """What a page shows beside its form."""
    match step:
        case steps.WHERE:
            return {"areas": queries.areas_of(enrolment.partner)}
        case steps.WHEN:
            return {
                "week": painting.drawn(
                    _week(person, enrolment, form), enrolment.programme
                )
            }
    return {}


def _week(person: Person, enrolment: Enrolment, form: forms.Form) -> int:
    """What was kept, or what has just been marked and could not be kept."""
    if form.is_bound:
        return int(form.cleaned_data.get("painted", 0))
    return weeks.read(queries.intake_of(enrolment, person).painted)


# --- what each page keeps


def _said(
    request: PersonRequest, enrolment: Enrolment, step: Step, form: forms.Form
) -> HttpResponseBase:
    try:
        _KEEP[step](request, enrolment, form.cleaned_data)
        following = steps.following(step, steps.steps_for(enrolment))
        if following is None:
            operations.finish(enrolment, by=request.user, at=timezone.now())
    except NotDoneError as refused:
        messages.error(request, refused.in_words())
        return redirect("intake:mine")
    if "fill" in request.POST:
        return redirect("intake:say", enrolment.pk, step.slug)
    if following is None:
        messages.success(request, _("Thank you. That is all."))
        return redirect("intake:mine")
    return redirect("intake:say", enrolment.pk, following.slug)


def _keep_where(
    request: PersonRequest, enrolment: Enrolment, said: dict[str, Any]
) -> None:
    operations.say_where(enrolment, by=request.user, **said)


def _keep_when(
    request: PersonRequest, enrolment: Enrolment, said: dict[str, Any]
) -> None:
    week = filled(said["painted"], request.POST.get("fill", ""))
    operations.say_when(
        enrolment, by=request.user, week=week, time_zone=said["time_zone"]
    )


def _keep_challenge(
    request: PersonRequest, enrolment: Enrolment, said: dict[str, Any]
) -> None:
    rather_not = request.POST.get("answer") == "not_yet"
    operations.say_challenge(
        enrolment,
        by=request.user,
        words="" if rather_not else said["challenge"],
        may_compare=said["may_compare"],
    )


def _keep_apart(
    request: PersonRequest, enrolment: Enrolment, said: dict[str, Any]
) -> None:
    operations.say_apart(enrolment, by=request.user, words=said["apart"])


def _keep_facilitating(
    request: PersonRequest, enrolment: Enrolment, said: dict[str, Any]
) -> None:
    operations.say_facilitating(
        enrolment,
        by=request.user,
        facilitates=said["capacity"] > 0,
        capacity=max(said["capacity"], 1),
    )


_KEEP: dict[Step, Keep] = {
    steps.WHERE: _keep_where,
    steps.WHEN: _keep_when,
    steps.CHALLENGE: _keep_challenge,
    steps.APART: _keep_apart,
    steps.FACILITATING: _keep_facilitating,
}
