"""All that action learning is said to be good for, and each measure explained."""

from typing import Any

from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.insight.metric import Metric
from askwell.insight.metrics import METRICS, metric_named
from askwell.web.dashboards.limits import limits
from askwell.web.dashboards.queries import Chosen
from askwell.web.dashboards.screens import benefits as listing
from askwell.web.dashboards.screens import cells, course
from askwell.web.dashboards.views.choosing import READ, asked_for, choices
from askwell.web.dashboards.wording import name_of, of_whom, shown, why_not
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.releasing.wording import presented_band
from askwell.web.running.parts import Part
from askwell.web.running.views.guarding import of_programme


@require_http_methods(READ)
@of_programme(*Part)
def benefits(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Every benefit with what is measured of it, or why nothing is."""
    found = asked_for(request, programme)
    page = {
        "programme": programme,
        "rows": listing.rows(found),
        "chosen": found,
        "limits": limits(),
    }
    if found:
        page |= choices(found, "dashboards:benefits")
        page |= {"quarter": name_of(found.snapshot.quarter)}
    return render(request, "dashboards/benefits.html", page)


@require_http_methods(READ)
@of_programme(*Part)
def metric(request: PersonRequest, programme: Programme, name: str) -> HttpResponseBase:
    """What one measure asks, how to read it, what it cannot tell, and its course."""
    if name not in {each.name for each in METRICS}:
        raise Http404
    known, found = metric_named(name), asked_for(request, programme)
    page = {
        "programme": programme,
        "metric": known,
        "about": _about(known),
        "chosen": found,
        "limits": limits(),
    }
    if found:
        page |= _shown(known, found) | choices(found, "dashboards:metric", name)
    return render(request, "dashboards/metric.html", page)


def _about(known: Metric) -> list[tuple[str, str]]:
    smallest = _("%(people)s people in %(sets)s sets") % {
        "people": known.fewest_people,
        "sets": known.fewest_sets,
    }
    return [
        (_("How to read it"), _(known.reads)),
        (_("What it cannot tell"), _(known.cannot_tell)),
        (_("How it is counted"), _(known.formula)),
        (_("Where it comes from"), _(known.source)),
        (_("Smallest group"), smallest),
    ]


def _shown(known: Metric, found: Chosen) -> dict[str, Any]:
    figure = found.now(known.name)
    return {
        "quarter": name_of(found.snapshot.quarter),
        "said": shown(figure, found) if figure and figure.is_shown else "",
        "band": presented_band(figure) if figure and figure.is_shown else "",
        "why_not": "" if figure and figure.is_shown else why_not(figure),
        "of_whom": of_whom(figure) if figure and figure.is_shown else "",
        "chart": course.drawn(found, [known.name]),
        "cells": cells.drawn(found, known),
    }
