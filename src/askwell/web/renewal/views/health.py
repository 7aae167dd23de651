"""How the set is doing: seven statements, answered without names."""

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

from askwell.web.meetings.queries import meetings_held
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.queries import members_of
from askwell.web.renewal import operations, queries, rules
from askwell.web.renewal.forms import HealthForm, RhythmForm
from askwell.web.renewal.models import HealthCheck
from askwell.web.renewal.refusals import NotNowError, Reason
from askwell.web.renewal.statements import ENOUGH, STATEMENTS
from askwell.web.renewal.views.finding import attempt, own_readable_set


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def health(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Answer while a look is open; read the words once it has closed."""
    learning_set = own_readable_set(request, set_id)
    if request.method != "POST":
        return _drawn(request, learning_set)
    form = HealthForm(request.POST)
    check = queries.open_check(learning_set)
    if check and not form.is_valid():
        return _drawn(request, learning_set, form=form, status=422)
    return _done(request, learning_set, lambda: _answer(check, form, request.user))


def _answer(check: HealthCheck | None, form: HealthForm, by: Person) -> None:
    if check is None:
        raise NotNowError(Reason.CLOSED)
    operations.answer(check, form.cleaned_data, by=by, at=timezone.now())


@require_POST
@signed_in
def look(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Look now, before it is due."""
    learning_set = own_readable_set(request, set_id)
    now = timezone.now()
    return _done(
        request,
        learning_set,
        lambda: operations.look(learning_set, by=request.user, at=now),
    )


@require_POST
@signed_in
def close(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Wait for nobody else."""
    learning_set = own_readable_set(request, set_id)
    return _done(request, learning_set, lambda: _close(learning_set, request.user))


def _close(learning_set: LearningSet, by: Person) -> None:
    check = queries.open_check(learning_set)
    if check is None:
        raise NotNowError(Reason.CLOSED)
    operations.close_check(check, by=by, at=timezone.now())


@require_POST
@signed_in
def rhythm(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Look more often, or less."""
    learning_set = own_readable_set(request, set_id)
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return _drawn(request, learning_set, rhythm_form=form, status=422)
    every = form.cleaned_data["every"]
    return _done(
        request,
        learning_set,
        lambda: operations.set_rhythm(learning_set, every=every, by=request.user),
    )


def _done(
    request: PersonRequest, learning_set: LearningSet, change: Callable[[], object]
) -> HttpResponseBase:
    if refused := attempt(change):
        return _drawn(request, learning_set, refused=refused, status=409)
    messages.success(request, _("Kept."))
    return redirect("renewal:health", learning_set.pk)


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    *,
    form: HealthForm | None = None,
    rhythm_form: RhythmForm | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponseBase:
    check = queries.open_check(learning_set)
    looks = queries.former_looks(learning_set)
    every = queries.rhythm_of(learning_set)
    page = {
        "learning_set": learning_set,
        "check": check,
        "form": form or HealthForm(),
        "looks": looks,
        "enough": ENOUGH,
        "statements": STATEMENTS,
        "rhythm": rhythm_form or RhythmForm(initial={"every": every}),
        "until_next": queries.until_next(learning_set),
        "may_look": not check
        and rules.can_speak(request.user, learning_set)
        and not learning_set.ended_at
        and _has_met_since(learning_set, looks),
        "asks": queries.open_renewal(learning_set),
        "refused": refused,
    } | (_answers(check, request.user) if check else {"answered": True})
    page["may_set_rhythm"] = page["answered"] and not learning_set.ended_at
    return render(request, "renewal/health.html", page, status=status)


def _has_met_since(learning_set: LearningSet, looks: list[queries.Look]) -> bool:
    held = meetings_held(learning_set).count()
    return held > (looks[0].after_meetings if looks else 0)


def _answers(check: HealthCheck, person: Person) -> dict[str, Any]:
    said = check.answered.count()
    return {
        "answered": queries.has_answered(check, person),
        "may_answer": rules.can_speak(person, check.learning_set),
        "said": said,
        "members": len(members_of(check.learning_set)),
        "may_close": said >= ENOUGH,
    }
