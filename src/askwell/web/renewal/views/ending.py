"""Ending well: step by step, and what is left afterwards."""

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
from askwell.web.renewal.forms import DayForm
from askwell.web.renewal.views.finding import attempt, own_readable_set, own_set


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def ending(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Before the end its steps, then what each can take, at last the receipt."""
    learning_set = own_set(request, set_id)
    if request.method != "POST":
        return _drawn(request, learning_set)
    return _on_a_day(request, learning_set, operations.end, _("The set has ended."))


@require_POST
@signed_in
def day(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Keep the words for longer."""
    learning_set = own_readable_set(request, set_id)
    return _on_a_day(request, learning_set, operations.put_off, _("Kept."))


@require_POST
@signed_in
def reversal(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """The set goes on after all."""
    learning_set = own_readable_set(request, set_id)
    now = timezone.now()
    return _done(
        request,
        learning_set,
        lambda: operations.undo_ending(learning_set, by=request.user, at=now),
        _("The set goes on. Call its next meeting when you are ready."),
    )


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def script(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Words for the last meeting."""
    learning_set = own_readable_set(request, set_id)
    return render(request, "renewal/script.html", {"learning_set": learning_set})


def _on_a_day(
    request: PersonRequest,
    learning_set: LearningSet,
    change: Callable[..., object],
    words: str,
) -> HttpResponseBase:
    now = timezone.now()
    days = queries.days_to_choose(learning_set, at=now)
    form = DayForm(request.POST, days=days)
    if not form.is_valid():
        return _drawn(request, learning_set, form=form, status=422)
    chosen = form.cleaned_data["forget_on"]
    return _done(
        request,
        learning_set,
        lambda: change(learning_set, forget_on=chosen, by=request.user, at=now),
        words,
    )


def _done(
    request: PersonRequest,
    learning_set: LearningSet,
    change: Callable[[], object],
    words: str,
) -> HttpResponseBase:
    if refused := attempt(change):
        return _drawn(request, learning_set, refused=refused, status=409)
    messages.success(request, words)
    return redirect("renewal:ending", learning_set.pk)


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    *,
    form: DayForm | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponseBase:
    days = queries.days_to_choose(learning_set, at=timezone.now())
    page = {
        "learning_set": learning_set,
        "form": form or DayForm(days=days),
        "days": days,
        "refused": refused,
    } | _stage(request.user, learning_set)
    return render(request, _template(learning_set), page, status=status)


def _template(learning_set: LearningSet) -> str:
    if learning_set.forgotten_at:
        return "renewal/forgotten.html"
    return "renewal/ended.html" if learning_set.ended_at else "renewal/ending.html"


def _stage(person: Person, learning_set: LearningSet) -> dict[str, Any]:
    """What is known of the end, as far as it has come."""
    if learning_set.forgotten_at:
        return {"receipt": queries.receipt_of(learning_set)}
    page: dict[str, Any] = {"summary": queries.newest_summary(learning_set)}
    ending = queries.ending_of(learning_set)
    if ending:
        undo = ending.begun_at is None and rules.can_undo_ending(person, ending)
        return page | {"ending": ending, "may_undo": undo}
    last = queries.last_decision(learning_set)
    return page | {"may_end": rules.can_end(person, learning_set, last)}
