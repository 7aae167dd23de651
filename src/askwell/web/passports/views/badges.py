"""A person's own badges: getting one, handing it on, withdrawing it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.passports.credentials.checking import check
from askwell.web.passports.credentials.keys import published
from askwell.web.passports.models import Adopted, Badge
from askwell.web.passports.operations import badges
from askwell.web.passports.queries.passport import adopted_for
from askwell.web.passports.refusals import NotDoneError
from askwell.web.people.signed_in import PersonRequest, signed_in

READ = ["GET", "HEAD"]


@require_POST
@signed_in
def give(request: PersonRequest) -> HttpResponseBase:
    """A badge for a level of mine."""
    try:
        badge = badges.give(
            request.user,
            request.POST.get("level", ""),
            adopted=_adopted(request),
            named=request.POST.get("named") == "on",
            at=timezone.now(),
        )
    except KeyError as problem:
        raise Http404 from problem
    except NotDoneError as refused:
        messages.error(request, refused.in_words())
        return redirect("passports:own")
    return redirect("passports:badge", badge.pk)


def _adopted(request: PersonRequest) -> Adopted | None:
    """One that is switched on for them; none where none is named."""
    if not (given := request.POST.get("pathway", "")):
        return None
    found = {str(each.pk): each for each in adopted_for(request.user)}
    if given not in found:
        raise Http404
    return found[given]


@require_http_methods(READ)
@never_cache
@signed_in
def badge(request: PersonRequest, badge_id: UUID) -> HttpResponseBase:
    """What it says, and how to hand it on."""
    found = _own(request, badge_id)
    said = check(found.credential or "", keys=published(), at=timezone.now())
    return render(request, "passports/badge.html", {"badge": found, "said": said})


@require_http_methods(READ)
@never_cache
@signed_in
def badge_file(request: PersonRequest, badge_id: UUID) -> HttpResponseBase:
    """The credential itself, for a wallet or for whoever asked for it."""
    found = _own(request, badge_id)
    response = HttpResponse(found.credential or "", content_type="application/vc+jwt")
    name = f"badge-{found.level.lower()}.jwt"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
@signed_in
def withdraw(request: PersonRequest, badge_id: UUID) -> HttpResponseBase:
    """From now on it counts no more."""
    badges.withdraw(_own(request, badge_id), at=timezone.now())
    messages.success(request, _("Withdrawn. Whoever checks it is told so."))
    return redirect("passports:own")


def _own(request: PersonRequest, badge_id: UUID) -> Badge:
    mine = Badge.objects.filter(person=request.user, withdrawn_at__isnull=True)
    return get_object_or_404(mine, pk=badge_id)
