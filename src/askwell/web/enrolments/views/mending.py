"""A file before it is written: every row's fault and its fix, then all at once."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.enrolments import operations, queries, screens
from askwell.web.enrolments.checking import Checked, Choices, Ground, Verdict, check
from askwell.web.enrolments.forms import ListingForm
from askwell.web.enrolments.models import Draft
from askwell.web.enrolments.operations import Done, NotSoundError
from askwell.web.enrolments.reading import Field, Table
from askwell.web.enrolments.reading.table import MOST_LETTERS, clean, opened
from askwell.web.enrolments.views.finding import CHANGE, own_draft, shown
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme

ON_A_PAGE = 50
# Beyond that they are taken off one by one, from the list.
MOST_TICKS = 300


@require_http_methods(CHANGE)
@never_cache
@signed_in
def draft(
    request: PersonRequest, programme_id: UUID, draft_id: UUID
) -> HttpResponseBase:
    """What would become of every row; mended here, and nothing written yet."""
    programme, found = own_draft(request, programme_id, draft_id)
    table, choices, ground = _opened(request, programme, found)
    if request.method == "POST":
        _mend(found, table, request.POST)
        return _after_mending(request, programme, found)
    checked = check(table, choices, ground)
    page = {"programme": programme, "draft": found, "table": table}
    page |= _to_mend(checked, ground) | _to_write(request, checked)
    return shown(request, "draft", page)


def _opened(
    request: PersonRequest, programme: Programme, found: Draft
) -> tuple[Table, Choices, Ground]:
    of_lines = found.kind == Draft.Kind.LINES
    return (
        opened(found.table or "{}"),
        Choices.opened(found.choices or "{}"),
        queries.ground(request.user, programme, of_lines=of_lines),
    )


def _mend(found: Draft, table: Table, sent: QueryDict) -> None:
    numbers = {line.number for line in table.lines}
    out = {int(each) for each in sent.getlist("out") if each.isdecimal()} & numbers
    operations.mend(
        found,
        fixes=[each for each in _fixes(sent) if each[0] in numbers - out],
        words=list(_words(sent)),
        out=out,
    )


def _fixes(sent: QueryDict) -> Iterator[tuple[int, Field, str]]:
    """Boxes are called `cell:12:email`."""
    for name, typed in sent.items():
        _cell, number, field = [*name.split(":", 2), "", ""][:3]
        if name.startswith("cell:") and number.isdecimal() and field in Field.values:
            yield int(number), Field(field), clean(str(typed))[:MOST_LETTERS]


def _words(sent: QueryDict) -> Iterator[tuple[Field, str, str]]:
    """And `word:level:ward sister`."""
    for name, typed in sent.items():
        _word, field, word = [*name.split(":", 2), "", ""][:3]
        if name.startswith("word:") and field in Field.values and word:
            yield Field(field), word[:MOST_LETTERS], clean(str(typed))[:MOST_LETTERS]


def _after_mending(
    request: PersonRequest, programme: Programme, found: Draft
) -> HttpResponseBase:
    found.refresh_from_db()
    checked = check(*_opened(request, programme, found))
    faulty = checked.counts[Verdict.FAULTY]
    words = ngettext(
        "Mended. One row still needs a look.",
        "Mended. %(number)s rows still need a look.",
        faulty,
    )
    if faulty:
        messages.info(request, words % {"number": faulty})
    else:
        messages.success(request, _("All rows are in order."))
    return redirect("enrolments:draft", programme.pk, found.pk)


def _to_mend(checked: Checked, ground: Ground) -> dict[str, Any]:
    return {
        "of_lines": ground.of_lines,
        "faulty": checked.counts[Verdict.FAULTY],
        "words": screens.words_to_settle(checked, ground),
        "to_mend": screens.rows_to_mend(checked, ground),
        "many_to_mend": len(checked.to_mend),
    }


def _to_write(request: PersonRequest, checked: Checked) -> dict[str, Any]:
    counts = screens.counts(checked)
    show = _shown_first(request.GET.get("show", ""), [each.show for each in counts])
    pages = Paginator(screens.rows_to_show(checked, show), ON_A_PAGE)
    rows = pages.get_page(request.GET.get("page"))
    columns = screens.columns_of(rows)
    return {
        "counts": counts,
        "show": show,
        "rows": rows,
        "columns": columns,
        "cells": [(row, screens.cells_of(row, columns)) for row in rows],
        "missing": checked.missing[:MOST_TICKS],
        "many_missing": len(checked.missing),
        "gone": checked.having(Verdict.LEFT)[:MOST_TICKS],
        "to_write": checked.counts[Verdict.NEW] + checked.counts[Verdict.CHANGED],
        "is_update": any(row.enrolment for row in checked.rows),
    }


def _shown_first(asked: str, there: list[str]) -> str:
    return asked if asked in there else next(iter(there), "")


@require_POST
@signed_in
def row(request: PersonRequest, programme_id: UUID, draft_id: UUID) -> HttpResponseBase:
    """Take a row that was left out in again."""
    programme, found = own_draft(request, programme_id, draft_id)
    number = request.POST.get("number", "")
    if number.isdecimal():
        operations.mend(found, back_in={int(number)})
    return redirect("enrolments:draft", programme.pk, found.pk)


@require_POST
@signed_in
def listing(
    request: PersonRequest, programme_id: UUID, draft_id: UUID
) -> HttpResponseBase:
    """Write all of it, at once."""
    programme, found = own_draft(request, programme_id, draft_id)
    form = _listing_form(request, programme, found)
    form.is_valid()
    said = form.cleaned_data
    try:
        done = operations.apply(
            found,
            left=_ids(said.get("left", [])),
            back=_ids(said.get("back", [])),
            leaves_out_faults=bool(said.get("leave_out")),
            at=timezone.now(),
        )
    except NotSoundError:
        messages.warning(
            request, _("Nothing was written: some rows need a look first.")
        )
        return redirect("enrolments:draft", programme.pk, found.pk)
    messages.success(request, _told(done))
    return redirect("enrolments:people", programme.pk)


def _listing_form(
    request: PersonRequest, programme: Programme, found: Draft
) -> ListingForm:
    checked = check(*_opened(request, programme, found))
    gone = [
        each.enrolment.pk for each in checked.having(Verdict.LEFT) if each.enrolment
    ]
    missing = [each.pk for each in checked.missing]
    return ListingForm(request.POST, missing=missing, gone=gone)


def _ids(texts: list[str]) -> set[UUID]:
    return {UUID(text) for text in texts}


def _told(done: Done) -> str:
    """What was written, in one line."""
    parts = [
        (done.new, ngettext("%s person is new", "%s people are new", done.new)),
        (
            done.changed,
            ngettext("%s person changed", "%s people changed", done.changed),
        ),
        (done.back, ngettext("%s person is back", "%s people are back", done.back)),
        (done.left, ngettext("%s person left", "%s people left", done.left)),
        (
            done.lines,
            ngettext(
                "%s reporting line written", "%s reporting lines written", done.lines
            ),
        ),
    ]
    said = ", ".join(words % number for number, words in parts if number)
    return f"{said}." if said else _("Nothing was to be changed.")


@require_POST
@signed_in
def deletion(
    request: PersonRequest, programme_id: UUID, draft_id: UUID
) -> HttpResponseBase:
    """Throw the file away; nothing of it was written."""
    programme, found = own_draft(request, programme_id, draft_id)
    operations.throw_away(found)
    messages.success(request, _("The file is thrown away. Nothing was written."))
    return redirect("enrolments:people", programme.pk)
