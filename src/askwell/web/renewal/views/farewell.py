"""A leaver's farewell: what they can take, and their words destroyed if they wish."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import SetMembership
from askwell.web.renewal import operations, queries
from askwell.web.renewal.forms import AssuranceForm
from askwell.web.renewal.models import Farewell
from askwell.web.renewal.views.finding import attempt
from askwell.web.transcripts.queries import transcripts_agreed_to


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def farewell(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """What somebody who has left can still do, for thirty days."""
    left = _own_farewell(request, set_id)
    return render(request, "renewal/farewell.html", _page(left))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def destruction(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Destroy one's own words, after reading what that means."""
    left = _own_farewell(request, set_id)
    if _is_over(left):
        return redirect("renewal:farewell", set_id)
    form = AssuranceForm(request.POST or None)
    page = _page(left) | {"form": form}
    if request.method != "POST":
        return render(request, "renewal/destruction.html", page)
    if not form.is_valid():
        return render(request, "renewal/destruction.html", page, status=422)
    now = timezone.now()
    page["refused"] = attempt(
        lambda: operations.ask_to_be_forgotten(left, by=request.user, at=now)
    )
    if page["refused"]:
        return render(request, "renewal/destruction.html", page, status=409)
    return redirect("renewal:farewell", set_id)


def _own_farewell(request: PersonRequest, set_id: UUID) -> SetMembership:
    left = queries.farewell_to(request.user, set_id, at=timezone.now())
    if left is None:
        raise Http404
    return left


def _page(left: SetMembership) -> dict[str, Any]:
    """What is left to do, or the receipt once it is done."""
    page: dict[str, Any] = {"left": left, "learning_set": left.learning_set}
    agreed = transcripts_agreed_to(left.person, left.learning_set)
    page["transcripts"] = agreed.select_related("meeting")
    if left.left_at:
        page["until"] = left.left_at + Farewell.LASTS
    if left.learning_set.forgotten_at:
        page["receipt"] = queries.receipt_of(left.learning_set)
    elif _is_over(left):
        page["receipt"] = queries.receipt_for(left.person, left.learning_set)
    return page


def _is_over(left: SetMembership) -> bool:
    """Whether there is nothing left to destroy, or it is being destroyed."""
    wanted = Farewell.objects.filter(membership=left, wanted_at__isnull=False)
    return bool(left.learning_set.forgotten_at) or wanted.exists()
