"""The figures shown, as CSV and as a workbook that no spreadsheet runs."""

import io
from collections.abc import Iterator, Sequence

from django.utils.text import slugify
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from askwell.insight.metrics import METRICS
from askwell.web.dashboards.limits import limits
from askwell.web.dashboards.queries import Chosen
from askwell.web.dashboards.wording import name_of, shown
from askwell.web.enrolments.exports import csv_text, formula_safe
from askwell.web.releasing.models import Figure

Cell = str | float | int | None

WIDTHS = (20, 22, 32, 24, 10, 14, 10, 10, 10, 8, 44, 60, 60)


def as_csv(chosen: Chosen) -> str:
    return csv_text(headings(), [_blank(row) for row in rows(chosen)])


def _blank(row: Sequence[Cell]) -> list[Cell]:
    return ["" if cell is None else cell for cell in row]


def as_workbook(chosen: Chosen) -> bytes:
    """Numbers as numbers, words as words; the first sheet says how far they go."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("Figures")
    sheet.append(headings())
    for row in rows(chosen):
        sheet.append([_safe(cell) for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "D2"
    about = book.create_sheet(_("How to read them"))
    for words in limits():
        about.append([formula_safe(words)])
    about.column_dimensions["A"].width = 100
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _safe(cell: Cell) -> Cell:
    return formula_safe(cell) if isinstance(cell, str) else cell


def headings() -> list[str]:
    return [
        _("Period"),
        _("Of whom"),
        _("Measure"),
        _("Part"),
        _("Value"),
        _("Shown as"),
        _("At least"),
        _("At most"),
        _("People, at least"),
        _("Sets"),
        _("Why it is not shown"),
        _("What it asks"),
        _("How it is counted"),
    ]


def rows(chosen: Chosen) -> Iterator[list[Cell]]:
    """In the order of the reference; nothing is ranked."""
    whose = chosen.cohort.name if chosen.cohort else _("the whole programme")
    for metric in METRICS:
        keys = sorted(key for key in chosen.figures if key[0] == metric.name)
        for key in keys:
            figure = chosen.figures[key]
            yield [
                name_of(chosen.snapshot.quarter),
                whose,
                _(metric.title),
                figure.about,
                *_numbers(figure, chosen),
                _why(figure),
                _(metric.asks),
                _(metric.formula),
            ]


def _numbers(figure: Figure, chosen: Chosen) -> list[Cell]:
    if not figure.is_shown:
        return [None, "", None, None, None, None]
    people = figure.people or None
    return [
        figure.value,
        shown(figure, chosen),
        figure.low,
        figure.high,
        people,
        figure.sets if people else None,
    ]


def _why(figure: Figure) -> str:
    return "" if figure.is_shown else str(figure.get_withheld_display())


def file_name(chosen: Chosen, ending: str) -> str:
    quarter = chosen.snapshot.quarter
    name = slugify(chosen.programme.name) or "programme"
    return f"{name}-{quarter.year}-q{quarter.number}.{ending}"
