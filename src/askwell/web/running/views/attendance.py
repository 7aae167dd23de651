"""Who came, as far as each set lets it be known: told, and taken out as a table."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.running.operations.attendance import (
    count_turnouts,
    take_out_meetings,
    take_out_people,
)
from askwell.web.running.parts import Part
from askwell.web.running.queries.attendance import spoken_for, telling_of
from askwell.web.running.rules import part_in
from askwell.web.running.views.guarding import MANAGERS, WHOLE, of_programme
from askwell.web.running.views.making import READ


@require_http_methods(READ)
@of_programme(*MANAGERS)
def attendance(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """What can be known here, why not more, and the tables."""
    is_whole = part_in(request.user, programme) is Part.WHOLE
    page = {
        "programme": programme,
        "is_whole": is_whole,
        "telling": telling_of(programme) if is_whole else None,
        "spoken_for": spoken_for(request.user, programme),
    }
    return render(request, "running/attendance.html", page)


@require_POST
@of_programme(*WHOLE)
def meetings(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """How many came to each meeting."""
    count_turnouts(programme)
    words = take_out_meetings(programme, by=request.user, at=timezone.now())
    return _file(words, "attendance-of-meetings.csv")


@require_POST
@of_programme(*MANAGERS)
def people(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """How many meetings each of one's own people came to."""
    words = take_out_people(programme, by=request.user, at=timezone.now())
    return _file(words, "attendance-of-people.csv")


def _file(words: str, name: str) -> HttpResponse:
    answer = HttpResponse(words, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
