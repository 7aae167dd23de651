"""A set that has stopped meeting: three ways on, and leave to do nothing."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.calendar.forms import ShortMeetingForm
from askwell.web.calendar.models import Lapse
from askwell.web.calendar.operations.lapses import leave_alone
from askwell.web.calendar.queries.lapses import lapse_of
from askwell.web.meetings.operations import schedule
from askwell.web.meetings.queries import meetings_held
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets

# The shortest way to meet: one presenter, an hour.
SHORT_FORMAT, SHORT_MINUTES = "virtual_60", 60


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def lapsed(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Find new dates, begin again in a small way, or end well."""
    found, lapse = _lapsed(request, set_id)
    if lapse is None:
        return redirect(found)
    return _drawn(request, found, _form(found))


@require_POST
@signed_in
def meeting(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Call one short meeting."""
    found, lapse = _lapsed(request, set_id)
    if lapse is None:
        return redirect(found)
    form = _form(found, request.POST)
    if not form.is_valid():
        return _drawn(request, found, form, status=422)
    starts_at: datetime = form.cleaned_data["starts_at"]
    called = schedule(
        found,
        starts_at=starts_at,
        booked_minutes=SHORT_MINUTES,
        format_name=SHORT_FORMAT,
        by=request.user,
    )
    messages.success(request, _("The meeting is in the set's calendar."))
    return redirect("meetings:room", called.pk)


@require_POST
@signed_in
def quiet(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Not now."""
    found, lapse = _lapsed(request, set_id)
    if lapse is not None:
        leave_alone(lapse, at=timezone.now())
        messages.success(request, _("All right. Nothing more is said about it."))
    return redirect(found)


def _lapsed(request: PersonRequest, set_id: UUID) -> tuple[LearningSet, Lapse | None]:
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    return found, lapse_of(found, at=timezone.now())


def _form(learning_set: LearningSet, data: Any = None) -> ShortMeetingForm:
    last = meetings_held(learning_set).first()
    like = last.starts_at if last else None
    return ShortMeetingForm(data, like=like, now=timezone.now())


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    form: ShortMeetingForm,
    *,
    status: int = 200,
) -> HttpResponseBase:
    page = {"learning_set": learning_set, "form": form}
    return render(request, "calendar/lapsed.html", page, status=status)
