"""A training cohort as somebody in it sees it: what is asked of me, and with whom."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.facilitation.contexts import context_named
from askwell.web.cohorts import operations, queries
from askwell.web.cohorts.forms import WatchedForm
from askwell.web.cohorts.models import Place, TrainingCohort
from askwell.web.passports.queries.passport import standing_of
from askwell.web.passports.screens.lines import next_step, told
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.ui.refusing import RefusedError

READ = ["GET", "HEAD"]


@require_http_methods(READ)
@never_cache
@signed_in
def mine(request: PersonRequest) -> HttpResponseBase:
    """Those I was asked into, or am in."""
    page = {"places": queries.own_places(request.user)}
    return render(request, "cohorts/mine.html", page)


@require_http_methods(READ)
@never_cache
@signed_in
def cohort(request: PersonRequest, cohort_id: UUID) -> HttpResponseBase:
    """What I was asked, or who is with me and what is next."""
    return _drawn(request, _own(request.user, cohort_id))


def _drawn(request: PersonRequest, place: Place) -> HttpResponseBase:
    now = timezone.now()
    page: dict[str, Any] = {
        "place": place,
        "cohort": place.cohort,
        "context": context_named(place.cohort.context),
        "cases": queries.cases_of(place.cohort),
        "over": place.cohort.is_over(on=now.date()),
    }
    if place.is_joined:
        page |= {
            "others": queries.with_me(place),
            "watched": queries.my_trainees(place),
        }
    if place.is_joined and place.is_trainee:
        standing = standing_of(request.user, None, at=now)
        page["stage"] = queries.stage_of(request.user, at=now)
        page["step"] = next_step(told(standing, at=now))
        page["form"] = WatchedForm(sets=queries.sets_to_be_watched_in(request.user))
    return render(request, "cohorts/own.html", page)


@require_POST
@signed_in
def answer(request: PersonRequest, cohort_id: UUID) -> HttpResponseBase:
    """My yes or no, my going, or my coming back."""
    place, at = _own(request.user, cohort_id), timezone.now()
    try:
        said = _answer(place, request.POST.get("say", ""), by=request.user, at=at)
    except RefusedError as refused:
        messages.error(request, refused.in_words())
    else:
        messages.success(request, said)
    return redirect(place.cohort)


def _answer(place: Place, say: str, **given: Any) -> str:
    match say:
        case "yes":
            operations.say_yes(place, **given)
            return _("You are in. Nothing of what you do here is shown to anybody.")
        case "no":
            operations.say_no(place, **given)
            return _("You said no. You can change your mind below.")
        case "leave":
            operations.leave(place, by=given["by"])
            return _("You have left. Your record stays yours, whole.")
        case "back":
            operations.come_back(place, **given)
            return _("Taken back.")
    raise Http404


@require_POST
@signed_in
def showing(request: PersonRequest, cohort_id: UUID) -> HttpResponseBase:
    """Show my level and what is next to those who run it, or no longer."""
    place, shows = _own(request.user, cohort_id), bool(request.POST.get("show"))
    try:
        operations.show(place, shows=shows, by=request.user)
    except RefusedError as refused:
        messages.error(request, refused.in_words())
    else:
        shown, hidden = _("They see your level now."), _("They see it no longer.")
        messages.success(request, shown if shows else hidden)
    return redirect(place.cohort)


@require_POST
@signed_in
def asking(request: PersonRequest, cohort_id: UUID) -> HttpResponseBase:
    """Ask the observer I was given to watch me in one of my sets."""
    place = _own(request.user, cohort_id)
    sets = queries.sets_to_be_watched_in(request.user)
    chosen = {str(each.pk): each for each in sets}
    learning_set = chosen.get(request.POST.get("learning_set", ""))
    if learning_set is None:
        raise Http404
    try:
        operations.ask_my_observer(
            place, learning_set, by=request.user, at=timezone.now()
        )
    except RefusedError as refused:
        messages.error(request, refused.in_words())
    else:
        messages.success(request, _("Asked. Once they agree, your set is asked."))
    return redirect(place.cohort)


def _own(person: Person, cohort_id: UUID) -> Place:
    """Whoever was not asked learns no more than of an absent one."""
    found = get_object_or_404(TrainingCohort, pk=cohort_id)
    place = queries.place_of(person, found)
    if place is None:
        raise Http404
    return place
