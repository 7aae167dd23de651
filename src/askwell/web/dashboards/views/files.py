"""The figures shown, to take along."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_http_methods

from askwell.web.dashboards import sheet
from askwell.web.dashboards.queries import Chosen
from askwell.web.dashboards.views.choosing import READ, asked_for
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.running.parts import Part
from askwell.web.running.views.guarding import of_programme

CSV = "text/csv; charset=utf-8"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(READ)
@of_programme(*Part)
def figures_csv(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """As a table that every program opens."""
    found = _there(request, programme)
    return _file(sheet.as_csv(found).encode(), CSV, sheet.file_name(found, "csv"))


@require_http_methods(READ)
@of_programme(*Part)
def figures_xlsx(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """As a workbook."""
    found = _there(request, programme)
    name = sheet.file_name(found, "xlsx")
    return _file(sheet.as_workbook(found), WORKBOOK, name)


def _there(request: PersonRequest, programme: Programme) -> Chosen:
    found = asked_for(request, programme)
    if found is None:
        raise Http404
    return found


def _file(written: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(written, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
