"""Open to everybody: checking a badge, and what is published to check it with."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.passports.credentials import keys
from askwell.web.passports.credentials.addresses import (
    ISSUER,
    WITHDRAWN,
    address,
    issuer_of,
)
from askwell.web.passports.credentials.checking import Checked, Verdict, check
from askwell.web.passports.credentials.credential import CONTEXTS
from askwell.web.passports.forms import CheckForm
from askwell.web.passports.models import Adopted, Withdrawn

READ, BOTH = ["GET", "HEAD"], ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
@never_cache
def check_badge(request: HttpRequest) -> HttpResponseBase:
    """Whether a badge is as it was given, and counts. Nothing of it is kept."""
    form = CheckForm(request.POST or None, request.FILES or None)
    page: dict[str, object] = {"form": form}
    if request.method == "POST" and form.is_valid():
        checked = _checked(form.cleaned_data["badge"])
        email = form.cleaned_data["email"]
        page |= {
            "checked": checked,
            "is_valid": checked.verdict is Verdict.VALID,
            "is_of_organisation": checked.issuer != issuer_of(None).name,
            "email": email,
            "is_theirs": bool(email) and checked.was_given_to(email),
        }
    status = 422 if form.errors else 200
    return render(request, "passports/check.html", page, status=status)


def _checked(badge: str) -> Checked:
    withdrawn = Withdrawn.objects.values_list("credential", flat=True)
    known = keys.published()
    return check(badge, keys=known, withdrawn=set(withdrawn), at=timezone.now())


@require_http_methods(READ)
def all_keys(request: HttpRequest) -> HttpResponseBase:
    """Every public key that ever signed a badge here (a JWK set)."""
    return JsonResponse({"keys": keys.published()})


@require_http_methods(READ)
def one_key(request: HttpRequest, name: str) -> HttpResponseBase:
    """Where a badge's `kid` leads: the public key (a JWK)."""
    for each in keys.published():
        if each["kid"] == name:
            return JsonResponse(each)
    raise Http404


@require_http_methods(READ)
@never_cache
def withdrawn(request: HttpRequest) -> HttpResponseBase:
    """Ids of badges that count no more, of nobody (1EdTech Revocation List)."""
    rows = Withdrawn.objects.order_by("at").values_list("credential", flat=True)
    told = [{"id": f"urn:uuid:{each}", "revoked": True} for each in rows]
    return JsonResponse(
        {
            "id": address(WITHDRAWN),
            "issuer": address(ISSUER),
            "revokedCredential": told,
        }
    )


@require_http_methods(READ)
def issuer(request: HttpRequest, adopted_id: UUID | None = None) -> HttpResponseBase:
    """Who stands for a badge: this server, or an organisation on it."""
    adopted = None
    if adopted_id:
        rows = Adopted.objects.select_related("programme__home")
        adopted = get_object_or_404(rows, pk=adopted_id, template="askwell")
    profile = issuer_of(adopted).profile
    return JsonResponse({"@context": list(CONTEXTS), **profile})
