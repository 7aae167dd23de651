"""A list of people comes in: put in, and its columns named."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.enrolments import operations, queries
from askwell.web.enrolments.checking import Choices, Ground
from askwell.web.enrolments.forms import BringForm, ColumnsForm
from askwell.web.enrolments.models import Draft, Remembered
from askwell.web.enrolments.reading import Field, Table
from askwell.web.enrolments.reading.columns import guessed, plain
from askwell.web.enrolments.reading.fields import OF_LINES
from askwell.web.enrolments.reading.table import opened
from askwell.web.enrolments.views.finding import (
    CHANGE,
    given,
    own_draft,
    seen,
    shown,
)
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme


@require_http_methods(CHANGE)
@never_cache
@signed_in
def bring(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """A file with people, or the rows themselves."""
    return _bring(request, seen(request, programme_id), Draft.Kind.PEOPLE)


@require_http_methods(CHANGE)
@never_cache
@signed_in
def lines(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """A file that says who reports to whom, and puts nobody on the list."""
    return _bring(request, seen(request, programme_id), Draft.Kind.LINES)


def _bring(
    request: PersonRequest, programme: Programme, kind: Draft.Kind
) -> HttpResponseBase:
    form = BringForm(given(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _put_in(request, programme, kind, form.table)
    page = {
        "programme": programme,
        "form": form,
        "of_lines": kind == Draft.Kind.LINES,
        "waiting": Draft.objects.filter(
            programme=programme, by=request.user, kind=kind
        ).first(),
    }
    return shown(request, "bring", page, status=422 if form.errors else 200)


def _put_in(
    request: PersonRequest, programme: Programme, kind: Draft.Kind, table: Table
) -> HttpResponseBase:
    """On to the columns; or past them, where all are known from the last time."""
    partner = queries.whose_memory(request.user, programme)
    known = queries.memory(programme, partner)
    ground = queries.ground(request.user, programme, of_lines=kind == Draft.Kind.LINES)
    choices = first_choices(table, ground, known)
    now = timezone.now()
    draft = operations.put_in(
        programme, table, choices, kind=kind, by=request.user, at=now
    )
    page = "draft" if _says_all(table, ground, choices, known) else "columns"
    return redirect(f"enrolments:{page}", programme.pk, draft.pk)


def first_choices(table: Table, ground: Ground, known: Remembered) -> Choices:
    """Each column's likeliest meaning; the only cohort, the only organisation."""
    fields = guessed(
        table.headings,
        table.column,
        remembered=known.columns,
        offered=OF_LINES if ground.of_lines else tuple(Field),
    )
    cohorts = list(ground.cohorts.values())
    employers = list(ground.employers.values())
    return Choices(
        columns=[field.value if field else "" for field in fields],
        partner=str(employers[0].id) if len(employers) == 1 else "",
        cohort=str(cohorts[0].id) if len(cohorts) == 1 else "",
    )


def _says_all(
    table: Table, ground: Ground, choices: Choices, known: Remembered
) -> bool:
    """Nothing is left to be asked of the columns."""
    seen_before = all(plain(each) in known.columns for each in table.headings)
    employer = choices.partner or Field.ORGANISATION in choices.columns
    wanted = {Field.EMAIL, Field.MANAGER} if ground.of_lines else {Field.EMAIL}
    return seen_before and bool(employer) and wanted <= set(choices.columns)


@require_http_methods(CHANGE)
@never_cache
@signed_in
def columns(
    request: PersonRequest, programme_id: UUID, draft_id: UUID
) -> HttpResponseBase:
    """What each column holds; guessed, and put right here."""
    programme, draft = own_draft(request, programme_id, draft_id)
    of_lines = draft.kind == Draft.Kind.LINES
    form = ColumnsForm(
        given(request),
        table=opened(draft.table or "{}"),
        ground=queries.ground(request.user, programme, of_lines=of_lines),
        choices=Choices.opened(draft.choices or "{}"),
    )
    if request.method == "POST" and form.is_valid():
        operations.arrange(draft, form.chosen())
        return redirect("enrolments:draft", programme.pk, draft.pk)
    page = {
        "programme": programme,
        "draft": draft,
        "form": form,
        "table": form.table,
        "of_lines": of_lines,
    }
    return shown(request, "columns", page, status=422 if form.errors else 200)
