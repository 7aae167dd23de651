"""The front page: what Askwell is, or what is mine and what comes next."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.home import queries


@require_http_methods(["GET", "HEAD"])
@never_cache
def front(request: HttpRequest) -> HttpResponseBase:
    """One page at one address, for visitors and for people who are signed in."""
    if not request.user.is_authenticated:
        return render(request, "home/welcome.html")
    now = timezone.now()
    page = {"front": queries.front(request.user, at=now), "now": now}
    return render(request, "home/front.html", page)
