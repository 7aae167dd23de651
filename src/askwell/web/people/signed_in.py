"""Views for people who are signed in, and the request such a view is given."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase

from askwell.web.people.models import Person

Given = ParamSpec("Given")


class PersonRequest(HttpRequest):
    """A request made by somebody who is signed in."""

    user: Person


View = Callable[Concatenate[PersonRequest, Given], HttpResponseBase]
Guarded = Callable[Concatenate[HttpRequest, Given], HttpResponseBase]


def signed_in(view: View[Given]) -> Guarded[Given]:
    """Anybody else is asked to sign in, whether or not there is such a page."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(cast(PersonRequest, request), *args, **kwargs)

    return cast(Guarded[Given], guarded)
