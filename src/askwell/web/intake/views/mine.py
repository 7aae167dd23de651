"""One's own programmes: what is asked, what was said, the set, and the way out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.intake import operations, queries, rules
from askwell.web.intake.refusals import NotDoneError
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def mine(request: PersonRequest) -> HttpResponseBase:
    """Every programme somebody is or was asked to take part in."""
    own = queries.own_programmes(request.user, at=timezone.now())
    return render(request, "intake/mine.html", {"own": own})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def leaving(request: PersonRequest, enrolment_id: UUID) -> HttpResponseBase:
    """What leaving a programme means; then it is done, and nobody asks why."""
    enrolment = get_object_or_404(rules.joined_by(request.user), pk=enrolment_id)
    if request.method == "POST":
        try:
            operations.leave(enrolment, person=request.user, at=timezone.now())
        except NotDoneError as refused:
            messages.error(request, refused.in_words())
        else:
            messages.success(request, _("You no longer take part. Nobody asks why."))
        return redirect("intake:mine")
    page = {
        "enrolment": enrolment,
        "programme": enrolment.programme,
        "places": rules.places_of(request.user, enrolment.programme),
    }
    return render(request, "intake/leaving.html", page)
