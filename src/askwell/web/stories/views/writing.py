"""Writing an offer: where to start, the words, the names, and what leaves."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.stories import operations, queries, rules
from askwell.web.stories.forms import BeginForm, NamesForm, WordsForm
from askwell.web.stories.models import Offer
from askwell.web.stories.views.finding import CHANGE, attempt, given, own, shown


@require_http_methods(CHANGE)
@never_cache
@signed_in
def offer(request: PersonRequest) -> HttpResponseBase:
    """Begin: a learning or a story, from an empty page or from one's own words."""
    sets = list(rules.sets_to_tell_of(request.user))
    ids = {each.pk for each in sets}
    sources = queries.sources_of(request.user, sets=ids) if sets else []
    form = BeginForm(given(request), sets=sets, sources=sources)
    if request.method == "POST" and form.is_valid():
        begun = operations.begin(
            form.learning_set,
            Offer.Kind(form.cleaned_data["kind"]),
            by=request.user,
            at=timezone.now(),
            source=form.source,
        )
        return redirect("stories:words", begun.pk)
    status = 422 if form.is_bound else 200
    return shown(request, "offer", {"form": form, "sets": sets}, status=status)


@require_http_methods(CHANGE)
@never_cache
@signed_in
def words(request: PersonRequest, offer_id: UUID) -> HttpResponseBase:
    """Write it; nobody else reads it before one asks the set."""
    found = own(request, offer_id)
    if not found.is_editable:
        return redirect(found)
    form = WordsForm(given(request), offer=found)
    page = {"offer": found, "form": form}
    if request.method == "POST" and form.is_valid():
        by = request.user
        page["refused"] = attempt(lambda: operations.write(found, form.written, by=by))
        if not page["refused"]:
            return _onwards(request, offer_id)
    return shown(request, "words", page, status=_status(form, page))


@require_http_methods(CHANGE)
@never_cache
@signed_in
def names(request: PersonRequest, offer_id: UUID) -> HttpResponseBase:
    """Whatever looks like a name: take it out, ask, or say that it may stand."""
    found = own(request, offer_id)
    if not found.is_editable:
        return redirect(found)
    form = NamesForm(given(request), choices=queries.choices_of(found))
    page = {"offer": found, "form": form}
    if request.method == "POST" and form.is_valid():
        by = request.user
        page["refused"] = attempt(lambda: operations.settle(found, form.said, by=by))
        if not page["refused"]:
            return redirect("stories:preview", found.pk)
    return shown(request, "names", page, status=_status(form, page))


@require_http_methods(CHANGE)
@never_cache
@signed_in
def preview(request: PersonRequest, offer_id: UUID) -> HttpResponseBase:
    """Exactly what leaves, and who reads it; then the set has its say."""
    found = own(request, offer_id)
    if not found.is_editable:
        return redirect(found)
    if found.is_empty or queries.unsettled(found):
        return _onwards(request, offer_id)
    page: dict[str, Any] = {
        "offer": found,
        "read": queries.version_of(found),
        "named": queries.named_in(found),
        "others": queries.members_to_ask(found),
        "days": Offer.LASTS.days,
    }
    if request.method == "POST":
        read, by = request.POST.get("read", ""), request.user
        now = timezone.now()
        page["refused"] = attempt(
            lambda: operations.offer(found, read=read, by=by, at=now)
        )
        if not page["refused"]:
            messages.success(
                request, _("Your set is asked. You will hear what comes of it.")
            )
            return redirect(found)
    return shown(request, "preview", page, status=409 if page.get("refused") else 200)


def _onwards(request: PersonRequest, offer_id: UUID) -> HttpResponseBase:
    """To the next thing that is still to do."""
    found = own(request, offer_id)
    if found.is_empty:
        return redirect("stories:words", found.pk)
    if queries.unsettled(found):
        return redirect("stories:names", found.pk)
    return redirect("stories:preview", found.pk)


def _status(form: Any, page: dict[str, Any]) -> int:
    if page.get("refused"):
        return 409
    return 422 if form.is_bound else 200
