"""The page on which a person connects their own calendar."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.calendar.operations.subscribing import give_up_address, make_address
from askwell.web.calendar.queries.subscribed import hours_that_move, subscription_of
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def calendar(request: PersonRequest) -> HttpResponseBase:
    """Without an address, one button makes it; with one, how to use it."""
    subscription = subscription_of(request.user)
    moves = hours_that_move(request.user, at=timezone.now())
    page = {"address": "", "webcal": "", "moves": moves}
    if subscription is not None:
        path = reverse("calendar:subscription", args=[subscription.secret])
        page["address"] = f"{settings.BASE_URL}{path}"
        page["webcal"] = f"webcal://{urlsplit(settings.BASE_URL).netloc}{path}"
    return render(request, "calendar/calendar.html", page)


@require_POST
@signed_in
def address(request: PersonRequest) -> HttpResponseBase:
    """Make a new address, or give it up; either way the old one stops working."""
    if request.POST.get("address") == "none":
        give_up_address(request.user)
        messages.success(request, _("Your calendar is answered no more."))
    else:
        make_address(request.user, at=timezone.now())
        messages.success(request, _("Here is your address."))
    return redirect("calendar:calendar")
