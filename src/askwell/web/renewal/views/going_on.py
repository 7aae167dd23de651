"""Whether the set goes on: what each would like, and what the set decides."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import LearningSet
from askwell.web.renewal import operations, queries, rules
from askwell.web.renewal.forms import DecisionForm, PreferenceForm
from askwell.web.renewal.models import Preference, Renewal
from askwell.web.renewal.refusals import NotNowError, Reason
from askwell.web.renewal.views.finding import attempt, own_readable_set


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def going_on(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Say what one would like; see what all would like once all have said."""
    learning_set = own_readable_set(request, set_id)
    if request.method != "POST":
        return _drawn(request, learning_set)
    form = PreferenceForm(request.POST)
    renewal = queries.open_renewal(learning_set)
    if renewal and not form.is_valid():
        return _drawn(request, learning_set, form=form, status=422)

    def change() -> None:
        asked = _asked(renewal)
        operations.say(asked, form.cleaned_data["choice"], by=request.user)

    return _done(request, learning_set, change, _("Kept. You may change your mind."))


@require_POST
@signed_in
def question(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Ask everyone, without waiting for the next look at the set."""
    learning_set = own_readable_set(request, set_id)
    now = timezone.now()
    return _done(
        request,
        learning_set,
        lambda: operations.ask(learning_set, by=request.user, at=now),
        _("Everyone is asked."),
    )


@require_POST
@signed_in
def decision(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Note what the set decided."""
    learning_set = own_readable_set(request, set_id)
    form = DecisionForm(request.POST)
    renewal = queries.open_renewal(learning_set)
    if renewal and not form.is_valid():
        return _drawn(request, learning_set, decision_form=form, status=422)

    def change() -> None:
        operations.decide(
            _asked(renewal), **form.cleaned_data, by=request.user, at=timezone.now()
        )

    return _done(request, learning_set, change, _("Noted."))


def _asked(renewal: Renewal | None) -> Renewal:
    """The open question; where none is, it has been decided."""
    if renewal is None:
        raise NotNowError(Reason.DECIDED)
    return renewal


def _done(
    request: PersonRequest,
    learning_set: LearningSet,
    change: Callable[[], object],
    words: str,
) -> HttpResponseBase:
    if refused := attempt(change):
        return _drawn(request, learning_set, refused=refused, status=409)
    messages.success(request, words)
    return redirect("renewal:going_on", learning_set.pk)


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    *,
    form: PreferenceForm | None = None,
    decision_form: DecisionForm | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponseBase:
    renewal = queries.open_renewal(learning_set)
    page: dict[str, Any] = {
        "learning_set": learning_set,
        "renewal": renewal,
        "last": queries.last_decision(learning_set),
        "Decision": Renewal.Decision,
        "dates_path": f"/sets/{learning_set.pk}/dates/",
        "may_speak": rules.can_speak(request.user, learning_set),
        "decision_form": decision_form or DecisionForm(),
        "refused": refused,
    }
    if renewal:
        page |= _said(renewal, request.user)
        mine = {"choice": page["mine"]}
        page["form"] = form or PreferenceForm(initial=mine)
    return render(request, "renewal/going_on.html", page, status=status)


def _said(renewal: Renewal, person: Person) -> dict[str, Any]:
    leanings = queries.leanings(renewal, at=timezone.now())
    labels = dict(Preference.Choice.choices)
    return {
        "mine": queries.preference_of(person, renewal),
        "leanings": leanings,
        "counts": [
            (labels[choice], number) for choice, number in leanings.counts.items()
        ],
        "may_end": rules.can_decide_to_end(person, renewal.learning_set, leanings),
    }
