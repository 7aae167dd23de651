"""Which practice meeting an address speaks of, and who sits in it."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from askwell.practice.case import Case
from askwell.practice.cases import case_named
from askwell.web.people.models import Person
from askwell.web.practising.models import Run
from askwell.web.practising.queries.runs import runs_of

READ = ["GET", "HEAD"]


def own_run(person: Person, run_id: UUID) -> Run:
    """One that the person sits in; any other is like none."""
    return get_object_or_404(runs_of(person), pk=run_id)


def known_case(name: str) -> Case:
    try:
        return case_named(name)
    except KeyError:
        raise Http404 from None
