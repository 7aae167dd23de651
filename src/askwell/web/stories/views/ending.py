"""Taking back what was offered or told, and deleting it for good."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.stories import operations
from askwell.web.stories.forms import SureForm
from askwell.web.stories.views.finding import CHANGE, attempt, given, own, shown


@require_http_methods(CHANGE)
@never_cache
@signed_in
def withdrawal(request: PersonRequest, offer_id: UUID) -> HttpResponseBase:
    """Gone at once from every page; who has read it has read it."""
    found = own(request, offer_id)
    if found.is_editable:
        return redirect(found)
    refused = ""
    if request.method == "POST":
        by, now = request.user, timezone.now()
        refused = attempt(lambda: operations.take_back(found, by=by, at=now))
        if not refused:
            messages.success(request, _("It is yours alone again."))
            return redirect(found)
    page = {"offer": found, "refused": refused}
    return shown(request, "withdrawal", page, status=409 if refused else 200)


@require_http_methods(CHANGE)
@never_cache
@signed_in
def deletion(request: PersonRequest, offer_id: UUID) -> HttpResponseBase:
    """For good, with the key it is sealed with."""
    found = own(request, offer_id)
    form, refused = SureForm(given(request)), ""
    if request.method == "POST" and form.is_valid():
        by, now = request.user, timezone.now()
        refused = attempt(lambda: operations.delete(found, by=by, at=now))
        if not refused:
            messages.success(request, _("It is deleted, and its key destroyed."))
            return redirect("stories:mine")
    status = 409 if refused else 422 if form.is_bound else 200
    page = {"offer": found, "form": form, "refused": refused}
    return shown(request, "deletion", page, status=status)
