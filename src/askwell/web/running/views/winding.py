"""Ending a programme, and taking that back."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.running.models import WindUp
from askwell.web.running.operations import winding
from askwell.web.running.queries.health import sets_of
from askwell.web.running.queries.people import numbers_of
from askwell.web.running.refusals import NotDoneError
from askwell.web.running.views.guarding import WHOLE, of_programme
from askwell.web.running.views.making import BOTH


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def end(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """What happens then, before it happens."""
    now = timezone.now()
    if request.method == "POST":
        winding.wind_up(programme, by=request.user, at=now)
        messages.success(request, _("The programme has ended. Its people are told."))
        return redirect(programme)
    page = {
        "programme": programme,
        "numbers": numbers_of([programme], at=now)[programme.pk],
        "sets": sets_of([programme]).filter(ended_at__isnull=True).count(),
        "clears_at": now + WindUp.KEPT,
    }
    return render(request, "running/end.html", page)


@require_POST
@of_programme(*WHOLE, even_ended=True)
def reversal(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """It goes on after all."""
    try:
        winding.take_back(programme, by=request.user, at=timezone.now())
    except NotDoneError as refused:
        messages.warning(request, refused.in_words())
    else:
        messages.success(request, _("The programme goes on."))
    return redirect(programme)
