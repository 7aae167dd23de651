"""Finds what an address speaks of; what somebody may not see is like none."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from askwell.web.changes import rules
from askwell.web.changes.models import ChangeEvent
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme

READ, BOTH = ["GET", "HEAD"], ["GET", "HEAD", "POST"]

# Given the request, the programme, and whatever else stands in the address.
View = Callable[..., HttpResponseBase]


def of_log(view: View) -> View:
    """Opens to those who take part or look after people; to others it is not there."""

    @never_cache
    @signed_in
    @wraps(view)
    def guarded(
        request: PersonRequest, programme_id: UUID, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        logged = rules.logged_programmes(request.user).select_related("home")
        programme = get_object_or_404(logged, pk=programme_id)
        return view(request, programme, *args, **kwargs)

    return guarded


def event_in(programme: Programme, change_id: UUID) -> ChangeEvent:
    standing = ChangeEvent.objects.standing().select_related("programme")
    return get_object_or_404(standing, pk=change_id, programme=programme)
