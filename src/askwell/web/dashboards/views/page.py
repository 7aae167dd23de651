"""One page for those who look after a programme or back it."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from askwell.web.dashboards.limits import limits
from askwell.web.dashboards.next_step import next_step
from askwell.web.dashboards.queries import Chosen, awaited
from askwell.web.dashboards.screens import embedding, law, network, sections
from askwell.web.dashboards.views.choosing import READ, asked_for, choices
from askwell.web.dashboards.wording import name_of
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.running.parts import Part
from askwell.web.running.rules import part_in
from askwell.web.running.views.guarding import of_programme


@require_http_methods(READ)
@of_programme(*Part)
def insight(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Is it alive, embedding, helping, keeping up; and what to do next."""
    part = part_in(request.user, programme)
    page = {
        "programme": programme,
        "initiatives": list(programme.initiatives.all()),
        "may_act": part is Part.WHOLE,
        "manages": part is not Part.SPONSOR,
        "limits": limits(),
    }
    found = asked_for(request, programme)
    if found is None:
        first = awaited(programme, at=timezone.now())
        page |= {"first": first, "first_quarter": name_of(first.quarter)}
        return render(request, "dashboards/awaited.html", page)
    page |= _shown(found) | choices(found, "dashboards:insight")
    return render(request, "dashboards/insight.html", page)


def _shown(found: Chosen) -> dict[str, Any]:
    stands = embedding.drawn(
        embedding.newest(found.course), looked_at=found.snapshot.quarter
    )
    return {
        "chosen": found,
        "quarter": name_of(found.snapshot.quarter),
        "alive": sections.alive(found),
        "embedding": stands,
        "people": sections.people(found),
        "organisation": sections.organisation(found),
        "told": sections.told_elsewhere(found),
        "network": network.drawn(found.course),
        "law": law.drawn(found.course),
        "step": next_step(found, to_embed=stands.next),
    }
