"""One person on the list: change what it says, take them off, put them back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.enrolments import operations, queries
from askwell.web.enrolments.forms import PersonForm
from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.views.finding import CHANGE, given, one, shown
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(CHANGE)
@never_cache
@signed_in
def person(
    request: PersonRequest, programme_id: UUID, enrolment_id: UUID
) -> HttpResponseBase:
    """What the list says of somebody, to be changed by hand."""
    programme, enrolment = one(request, programme_id, enrolment_id)
    form = PersonForm(
        given(request),
        instance=enrolment,
        programme=programme,
        partners=queries.employers(request.user, programme),
        initial={"manager": queries.manager_of(enrolment)},
    )
    if request.method == "POST" and form.is_valid():
        operations.change(enrolment, **form.cleaned_data)
        messages.success(request, _("Noted."))
        return redirect("enrolments:people", programme.pk)
    page = {
        "programme": programme,
        "one": enrolment,
        "form": form,
        "is_gone": enrolment.status in Enrolment.GONE,
        "has_left": enrolment.status == Enrolment.Status.LEFT,
        "has_joined": enrolment.status == Enrolment.Status.JOINED,
        "was_asked": enrolment.status != Enrolment.Status.LISTED,
    }
    return shown(request, "person", page, status=422 if form.errors else 200)


@require_POST
@signed_in
def removal(
    request: PersonRequest, programme_id: UUID, enrolment_id: UUID
) -> HttpResponseBase:
    """Off the list."""
    programme, enrolment = one(request, programme_id, enrolment_id)
    operations.take_off(enrolment, by=request.user, at=timezone.now())
    words = _("%(name)s is off the list.") % {"name": enrolment.name}
    messages.success(request, words)
    return redirect("enrolments:people", programme.pk)


@require_POST
@signed_in
def return_(
    request: PersonRequest, programme_id: UUID, enrolment_id: UUID
) -> HttpResponseBase:
    """Back on the list after having left, to be asked anew."""
    programme, enrolment = one(request, programme_id, enrolment_id)
    operations.put_back(enrolment, by=request.user, at=timezone.now())
    words = _("%(name)s is on the list again, and not asked yet.")
    messages.success(request, words % {"name": enrolment.name})
    return redirect("enrolments:person", programme.pk, enrolment.pk)
