"""What a host sees to before the next meeting."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.handing.queries.hosting import checklist
from askwell.web.handing.views.finding import READ, own_set
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(READ)
@never_cache
@signed_in
def hosting(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """What is left, with one link each; what is done stands below."""
    found = own_set(request.user, set_id)
    page = {"learning_set": found, "list": checklist(found, at=timezone.now())}
    return render(request, "handing/hosting.html", page)
