"""Writes a learning record as a document for Word and its kin."""

import re
from datetime import date, datetime
from io import BytesIO

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as Sheet
from docx.shared import Pt, RGBColor

from askwell.web.learning.queries.parts import Chosen, Learned, Time, Told
from askwell.web.learning.queries.record import Record, Year
from askwell.web.learning.screens.words import outcome_of

# What people paste may hold signs that no such document can.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
INK = RGBColor(0x23, 0x20, 0x1B)
GREEN = RGBColor(0x1F, 0x5E, 0x4D)


def written(record: Record, *, name: str, at: datetime) -> bytes:
    sheet = Document()
    _dress(sheet)
    about = sheet.core_properties
    about.title, about.author, about.comments = _("My learning record"), name, ""
    about.created = about.modified = at
    sheet.add_heading(_("My learning record"), level=0)
    sheet.add_paragraph(f"{name} · {_day(at)}", style="Subtitle")
    for year in record.years:
        _write_year(sheet, year)
    if record.is_empty:
        sheet.add_paragraph(_("Nothing is written down yet."))
    kept = BytesIO()
    sheet.save(kept)
    return kept.getvalue()


def _dress(sheet: Sheet) -> None:
    """Quiet and readable: the styles stay changeable where it is opened."""
    body = sheet.styles["Normal"].font
    body.name, body.size, body.color.rgb = "Georgia", Pt(11), INK
    for style in ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
        font = sheet.styles[style].font
        font.name, font.color.rgb = "Georgia", GREEN


def _write_year(sheet: Sheet, year: Year) -> None:
    sheet.add_heading(str(year.number), level=1)
    for time in year.times:
        _write_time(sheet, time)
    if year.actions:
        sheet.add_heading(_("Actions between meetings"), level=2)
        for action in year.actions:
            _write_action(sheet, action)
    if year.learned:
        sheet.add_heading(_("What I learned"), level=2)
        for learned in year.learned:
            _write_learned(sheet, learned)


def _write_time(sheet: Sheet, time: Time) -> None:
    title = time.headline or time.topic or time.question or _("My time")
    heading = title.splitlines()[0][:120]
    sheet.add_heading(_plain(heading), level=2)
    _fine(sheet, _day(time.at), time.learning_set)
    if time.topic != heading:
        _labelled(sheet, _("My topic"), time.topic)
    _labelled(sheet, _("The question I brought"), time.question)
    _labelled(sheet, _("What this time brought me"), outcome_of(time.outcome))
    if time.questions:
        sheet.add_heading(_("Questions I kept"), level=3)
        for each in time.questions:
            by = f" ({each.asked_by})" if each.asked_by else ""
            sheet.add_paragraph(_plain(f"{each.words}{by}"), style="List Bullet")
    if time.learned:
        sheet.add_heading(_("What I learned"), level=3)
        for learned in time.learned:
            _write_learned(sheet, learned)
    if time.actions:
        sheet.add_heading(_("What I chose to do"), level=3)
        for action in time.actions:
            _write_action(sheet, action)


def _write_action(sheet: Sheet, action: Chosen) -> None:
    line = sheet.add_paragraph()
    line.add_run(_plain(action.words) or "…").bold = True
    facts = [_day(action.at), action.learning_set, str(action.status.label)]
    if action.due_on:
        facts.append(_("by %(day)s") % {"day": _day(action.due_on)})
    _fine(sheet, *facts)
    _labelled(sheet, _("I shall know by this"), action.how_known)
    for rung in action.rungs:
        _labelled(sheet, f"{rung.level:+d}" if rung.level else "0", rung.words)
    for note in action.notes:
        _labelled(sheet, _day(note.at), note.words)
    for told in action.told:
        _write_told(sheet, told)


def _write_told(sheet: Sheet, told: Told) -> None:
    _fine(sheet, _day(told.at), str(told.status.label))
    _labelled(sheet, _("What I did"), told.did)
    _labelled(sheet, _("What happened"), told.happened)
    _labelled(sheet, _("What I learned"), told.learned)
    _labelled(sheet, _("Still open"), told.still_open)


def _write_learned(sheet: Sheet, learned: Learned) -> None:
    sheet.add_paragraph(_plain(learned.words), style="Quote")
    _fine(sheet, _day(learned.at), learned.learning_set)


def _labelled(sheet: Sheet, label: str, words: str) -> None:
    if words:
        line = sheet.add_paragraph()
        line.add_run(f"{label}: ").italic = True
        line.add_run(_plain(words))


def _plain(words: str) -> str:
    return UNWRITABLE.sub("", words)


def _fine(sheet: Sheet, *facts: str) -> None:
    words = " · ".join(_plain(each) for each in facts if each)
    sheet.add_paragraph().add_run(words).font.size = Pt(9)


def _day(at: date | datetime) -> str:
    day = timezone.localtime(at).date() if isinstance(at, datetime) else at
    return date_format(day, "j F Y")
