"""The front pages: of Askwell, of a person, and of a set."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.feedback.views.finding import facilitated
from askwell.web.home import operations, queries
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.rules import readable_sets


@require_http_methods(["GET", "HEAD"])
@never_cache
def front(request: HttpRequest) -> HttpResponseBase:
    """One page at one address, for visitors and for people who are signed in."""
    if not request.user.is_authenticated:
        return render(request, "home/welcome.html")
    now = timezone.now()
    page = {"front": queries.front(request.user, at=now), "now": now}
    return render(request, "home/front.html", page)


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def learning_set(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """The set's page: who is in it, when it meets next, and one next step.

    Of a set whose words are destroyed only the receipt is left.
    """
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    if found.forgotten_at:
        return redirect("renewal:ending", found.pk)
    page = queries.set_page(found, request.user, at=timezone.now())
    return render(request, "home/set.html", {"page": page, "learning_set": found})


@require_POST
@signed_in
def let_go(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Not to be asked again how a meeting went; it can be written down all the same."""
    looked = facilitated(request.user, meeting_id)
    operations.let_go(looked.meeting, by=request.user)
    messages.success(request, _("Let go. You can still write of it in your log."))
    return redirect("home:front")
