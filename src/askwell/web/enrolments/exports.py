"""Lists as CSV, safe to open in a spreadsheet and to bring back."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.utils.text import slugify
from django.utils.translation import gettext as _

from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.reading.fields import Field
from askwell.web.enrolments.reading.table import BEGIN_FORMULAS
from askwell.web.programmes.models import Programme

# Excel takes a CSV without it for something other than UTF-8.
BOM: Final = "\ufeff"
EXPORTED: Final = (
    Field.NAME,
    Field.EMAIL,
    Field.ORGANISATION,
    Field.LEVEL,
    Field.AREA,
    Field.PLACE,
    Field.ZONE,
    Field.MANAGER,
    Field.COHORT,
    Field.TAKES_PART,
    Field.FACILITATES,
    Field.CAPACITY,
)


def formula_safe(cell: object) -> str:
    """Text that no spreadsheet takes for a formula."""
    text = str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(BEGIN_FORMULAS) else text


def csv_text(headings: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A CSV whose every cell is safe to open."""
    written = io.StringIO()
    writer = csv.writer(written)
    for row in (headings, *rows):
        writer.writerow([formula_safe(cell) for cell in row])
    return BOM + written.getvalue()


def people_csv(people: Iterable[Enrolment], managers: dict[str, str]) -> str:
    """The columns that can be brought back, then the reply, which cannot."""
    headings = [*(_heading(field) for field in EXPORTED), _("Reply")]
    return csv_text(headings, _rows(people, managers))


def _heading(field: Field) -> str:
    label = str(field.label)
    return label[:1].upper() + label[1:]


def _rows(
    people: Iterable[Enrolment], managers: dict[str, str]
) -> Iterator[list[object]]:
    yes_no = {True: _("yes"), False: _("no")}
    for one in people:
        yield [
            one.name,
            one.email,
            one.partner.organisation.name,
            one.level or "",
            one.area,
            one.place,
            one.time_zone,
            managers.get(one.email, ""),
            one.cohort.name if one.cohort else "",
            yes_no[one.takes_part],
            yes_no[one.facilitates],
            one.capacity,
            one.get_status_display(),
        ]


def file_name(programme: Programme) -> str:
    return f"{slugify(programme.name) or 'programme'}-people.csv"
