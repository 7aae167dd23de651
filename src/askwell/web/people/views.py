"""What a person sees and changes about themselves."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people import operations
from askwell.web.people.board import days_of
from askwell.web.people.forms import DetailsForm
from askwell.web.people.models import Notice
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def settings(request: PersonRequest) -> HttpResponseBase:
    """Name and time zone here; address, password and codes on allauth's pages."""
    person = request.user
    form = DetailsForm(
        request.POST or None,
        initial={
            "name": person.name,
            "time_zone": person.time_zone,
            "wants_hints": person.wants_hints,
        },
    )
    if request.method == "POST" and form.is_valid():
        operations.change_details(person, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("people:settings")
    return render(request, "people/settings.html", {"form": form})


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def notices(request: PersonRequest) -> HttpResponseBase:
    """The notice board: what is new for me, and what was."""
    days = days_of(request.user, at=timezone.now())
    new = sum(line.is_new for day in days for line in day.lines)
    return render(request, "people/notices.html", {"days": days, "new": new})


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def notice(request: PersonRequest, notice_id: UUID) -> HttpResponseBase:
    """Go where a notice leads; from then on it counts as read."""
    mine = get_object_or_404(Notice.objects.of(request.user), pk=notice_id)
    operations.read_notice(mine, at=timezone.now())
    return redirect(mine.path)


@require_POST
@signed_in
def reading(request: PersonRequest) -> HttpResponseBase:
    """Count everything on the board as read."""
    operations.read_all_notices(request.user, at=timezone.now())
    messages.success(request, _("All read."))
    return redirect("people:notices")
