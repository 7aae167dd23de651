"""Leaving a turn to facilitate to the next in line."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.web.handing.operations.rota import pass_on
from askwell.web.meetings.rules import readable_meetings
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.ui.refusing import RefusedError


@require_POST
@signed_in
def passing(request: PersonRequest, meeting_id: UUID, number: int) -> HttpResponseBase:
    """No reason is asked."""
    found = get_object_or_404(
        readable_meetings(request.user).select_related("learning_set"), pk=meeting_id
    )
    try:
        pass_on(found, number, by=request.user, at=timezone.now())
    except RefusedError as refused:
        messages.error(request, refused.in_words())
    else:
        messages.success(request, _("Your turn has gone to the next in line."))
    return redirect("handing:set", found.learning_set_id)
