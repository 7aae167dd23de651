"""Which programme an address speaks of, and whether it opens to who asks."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.offices import visible_programmes
from askwell.web.running.parts import Part
from askwell.web.running.rules import part_in

# Given the request, the programme, and whatever else stands in the address.
View = Callable[..., HttpResponseBase]
WHOLE = (Part.WHOLE,)
MANAGERS = (Part.WHOLE, Part.PARTNER)


def of_programme(*parts: Part, even_ended: bool = False) -> Callable[[View], View]:
    """Opens to these parts; anybody else learns no more than of an absent one.

    Of a programme that has ended only its own page is left.
    """

    def guarding(view: View) -> View:
        @never_cache
        @signed_in
        @wraps(view)
        def guarded(
            request: PersonRequest, programme_id: UUID, *args: Any, **kwargs: Any
        ) -> HttpResponseBase:
            visible = visible_programmes(request.user).select_related("home")
            programme = get_object_or_404(visible, pk=programme_id)
            if part_in(request.user, programme) not in parts:
                raise Http404
            if programme.ended_at and not even_ended:
                return redirect(programme)
            return view(request, programme, *args, **kwargs)

        return guarded

    return guarding
