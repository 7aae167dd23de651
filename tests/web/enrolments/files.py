"""Files of people, and the way they take through the pages."""

import io
import zipfile
from collections.abc import Iterable
from uuid import uuid4

from django.test import Client
from openpyxl import Workbook

from askwell.web.enrolments.checking import Checked, Choices, Ground, Named, check
from askwell.web.enrolments.models import Draft, Enrolment
from askwell.web.enrolments.reading import Table, read_text
from askwell.web.enrolments.reading.columns import guessed
from askwell.web.programmes.models import Programme

ACME = Named("Acme", uuid4())


def workbook(*rows: Iterable[object], **sheets: Iterable[Iterable[object]]) -> bytes:
    """An XLSX with a sheet of people, and others by their names."""
    book = Workbook()
    book.active.title = "People"
    for row in rows:
        book.active.append(list(row))
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith("hidden") else "visible"
        for row in cells:
            sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same workbook with one more part, or another in its place."""
    packed, old = io.BytesIO(), zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return packed.getvalue()


def choices_for(table: Table, **how: object) -> Choices:
    """Every column as it is guessed."""
    fields = guessed(table.headings, table.column, remembered={})
    return Choices(columns=[field or "" for field in fields], **how)


def checked(
    text: str, *enrolled: Enrolment, may_add: bool = True, **how: object
) -> Checked:
    """What is found in a pasted table, in a programme of Acme alone."""
    table = read_text(text)
    ground = Ground(
        employers={"acme": ACME},
        cohorts={"spring": Named("Spring", uuid4())},
        may_add=may_add,
        enrolled={each.email: each for each in enrolled},
    )
    return check(table, choices_for(table, **how), ground)


def faults(found: Checked) -> list[tuple[int, str, str, str]]:
    """Row, field, kind, and what stands in the box to be mended."""
    return [
        (row.number, fault.field.value, fault.kind.name, fault.again)
        for row in found.rows
        for fault in row.faults
    ]


# --- through the pages


def brought(browser: Client, programme: Programme, text: str, to: str = "in/") -> str:
    """Pasted; gives the path of the page that looks at the rows."""
    people = f"/programmes/{programme.pk}/people/"
    answer = browser.post(f"{people}{to}", {"pasted": text})
    assert answer.status_code == 302, answer.text
    draft = Draft.objects.latest("created_at")
    return f"{people}in/{draft.pk}/"


def columns_as_guessed(browser: Client, path: str, **sent: str) -> str:
    form = browser.get(f"{path}columns/").context["form"]
    as_guessed = {name: form[name].value() or "" for name in form.fields}
    answer = browser.post(f"{path}columns/", as_guessed | sent)
    assert answer.status_code == 302, answer.text
    return path


def suggestions_taken(browser: Client, path: str, **sent: object) -> None:
    """One press: whatever stands in the boxes is right."""
    page = browser.get(path).context
    boxes = [*page["words"], *(box for row in page["to_mend"] for box in row.boxes)]
    out = [row.number for row in page["to_mend"] if row.is_repeated]
    browser.post(path, {box.name: box.value for box in boxes} | {"out": out} | sent)


def listed(browser: Client, programme: Programme, text: str) -> None:
    """All the way onto the list."""
    path = columns_as_guessed(browser, brought(browser, programme, text))
    suggestions_taken(browser, path)
    assert browser.post(f"{path}list/").status_code == 302
    assert not Draft.objects.exists()


def counts(browser: Client, path: str) -> dict[str, int]:
    return {each.show: each.number for each in browser.get(path).context["counts"]}
