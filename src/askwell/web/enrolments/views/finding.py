"""Which programme a page is about; what is foreign is like what is absent."""

from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render

from askwell.web.enrolments import rules
from askwell.web.enrolments.models import Draft, Enrolment
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme

READ: Final = ["GET", "HEAD"]
CHANGE: Final = [*READ, "POST"]


def seen(request: PersonRequest, programme_id: UUID) -> Programme:
    """One whose people, or some of them, the reader looks after."""
    return get_object_or_404(rules.staffed_programmes(request.user), pk=programme_id)


def one(
    request: PersonRequest, programme_id: UUID, enrolment_id: UUID
) -> tuple[Programme, Enrolment]:
    """Somebody on the list whom the reader may see."""
    programme = seen(request, programme_id)
    people = rules.visible_enrolments(request.user, programme)
    people = people.select_related("partner__organisation", "cohort", "person")
    return programme, get_object_or_404(people, pk=enrolment_id)


def own_draft(
    request: PersonRequest, programme_id: UUID, draft_id: UUID
) -> tuple[Programme, Draft]:
    """A file the reader has put in themselves."""
    programme = seen(request, programme_id)
    draft = get_object_or_404(rules.own_drafts(request.user, programme), pk=draft_id)
    if draft.table is None:
        raise Http404
    return programme, draft


def given(request: PersonRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def shown(
    request: PersonRequest, template: str, page: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    return render(request, f"enrolments/{template}.html", page, status=status)
