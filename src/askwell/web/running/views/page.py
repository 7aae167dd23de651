"""A programme's own page, for each of those who look after it or back it."""

from django.core.paginator import Paginator
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme
from askwell.web.running.parts import Part
from askwell.web.running.queries.health import health_of, sets_of, with_turnouts
from askwell.web.running.queries.page import partner_page, whole_page, wind_up_of
from askwell.web.running.queries.people import loads_of
from askwell.web.running.rules import part_in
from askwell.web.running.views.guarding import WHOLE, of_programme
from askwell.web.running.views.making import READ

# So many sets on one leaf of their list.
AT_ONCE = 50
SHOWN = {
    "lapsed": "lapsed",
    "no_facilitator": "lacks_facilitator",
    "no_date": "lacks_date",
}


@require_http_methods(READ)
@of_programme(*Part, even_ended=True)
def programme(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """What needs somebody now, and how it is all going."""
    if programme.ended_at:
        return _ended(request, programme)
    match part_in(request.user, programme):
        case Part.WHOLE:
            page = whole_page(programme, at=timezone.now())
            context = {"programme": programme, "page": page}
            return render(request, "running/programme.html", context)
        case Part.PARTNER:
            return _of_partner(request, programme)
        case _:
            # Whoever backs it is given its figures, and no other page of it.
            return redirect("dashboards:insight", programme.pk)


def _of_partner(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    context = {
        "programme": programme,
        "page": partner_page(programme, request.user, at=timezone.now()),
    }
    return render(request, "running/partner.html", context)


def _ended(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    context = {
        "programme": programme,
        "ending": wind_up_of(programme),
        "manages": part_in(request.user, programme) is Part.WHOLE,
    }
    return render(request, "running/ended.html", context)


@require_http_methods(READ)
@of_programme(*WHOLE)
def sets(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """All sets, or those in which one thing is missing."""
    known = {programme.pk: programme}
    healths = health_of(sets_of([programme]), known, at=timezone.now())
    show = request.GET.get("show", "")
    chosen = [one for one in healths if show not in SHOWN or getattr(one, SHOWN[show])]
    leaf = Paginator(chosen, AT_ONCE).get_page(request.GET.get("page"))
    page = {
        "programme": programme,
        "leaf": leaf,
        "sets": with_turnouts(list(leaf)),
        "all": len(healths),
        "show": show if show in SHOWN else "",
    }
    return render(request, "running/sets.html", page)


@require_http_methods(READ)
@of_programme(*WHOLE)
def facilitators(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Who facilitates how many sets, and who has room for more."""
    page = {"programme": programme, "loads": loads_of(programme, at=timezone.now())}
    return render(request, "running/facilitators.html", page)


@require_http_methods(READ)
@never_cache
@signed_in
def goodbye(request: PersonRequest) -> HttpResponseBase:
    """For everybody whose programme has ended: what stays theirs."""
    return render(request, "running/goodbye.html")
