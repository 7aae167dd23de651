"""Step in as anybody of the cast: in the demonstration, and nowhere else."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from askwell.web.demo import queries

View = Callable[[HttpRequest], HttpResponse]


def in_demonstration(view: View) -> View:
    """Outside the demonstration there is no such page."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request)

    return guarded


@in_demonstration
@require_safe
@never_cache
def cast(request: HttpRequest) -> HttpResponse:
    groups = queries.groups()
    suggested = [
        (group, seat) for group in groups for seat in group.seats if seat.try_first
    ]
    return render(
        request,
        "demo/cast.html",
        {"groups": groups, "suggested": suggested},
    )


@in_demonstration
@require_POST
def visits(request: HttpRequest) -> HttpResponse:
    """Sign in as someone of the cast; whoever was signed in before is signed out."""
    person = queries.cast_member(request.POST.get("person", ""))
    if person is None:
        raise Http404
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(queries.way_in(person, request.POST.get("set", "")))
