"""Counting who came, and taking it out as a table; the sets' ledgers say so."""

import csv
from collections.abc import Iterable
from datetime import datetime
from io import StringIO
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.programmes.operations import note_attendance_taken
from askwell.web.running.models import Turnout
from askwell.web.running.queries.attendance import (
    came_by_person,
    counted,
    no_longer_told,
    not_counted,
    turnouts_of,
)

# So many meetings in one run; the next takes up what is left.
MOST = 500
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def count_turnouts(programme: Programme | None = None) -> int:
    """Count what was not counted, of one programme or of all; says how many."""
    meetings = not_counted()
    if programme:
        meetings = meetings.filter(learning_set__cohort__programme=programme)
    found = list(meetings[:MOST])
    for meeting in found:
        _keep(meeting)
    return len(found)


@transaction.atomic
def _keep(meeting: Meeting) -> None:
    """The set is held, so that nobody lowers what it tells in between."""
    held = LearningSet.objects.select_for_update().get(pk=meeting.learning_set_id)
    if held.attendance != Programme.Attendance.NOTHING:
        turnout = counted(meeting)
        Turnout.objects.get_or_create(
            meeting=meeting,
            defaults={"came": turnout.came, "members": turnout.members},
        )


def forget_turnouts() -> int:
    """Throw away what a set no longer tells; says how many."""
    gone, _by_kind = no_longer_told().delete()
    return gone


@transaction.atomic
def take_out_meetings(programme: Programme, *, by: Person, at: datetime) -> str:
    """How many came to each meeting, as a table; for who looks after the whole."""
    turnouts = turnouts_of(programme)
    _note((each.meeting.learning_set for each in turnouts), by=by, at=at)
    head = [_("Set"), _("Meeting on"), _("Came"), _("Members")]
    rows = [
        [
            each.meeting.learning_set.name,
            timezone.localtime(each.meeting.starts_at).date().isoformat(),
            each.came,
            each.members,
        ]
        for each in turnouts
    ]
    return table([head, *rows])


@transaction.atomic
def take_out_people(programme: Programme, *, by: Person, at: datetime) -> str:
    """How many meetings each of the reader's own people came to, as a table."""
    found = came_by_person(programme, by)
    _note((each.learning_set for each in found), by=by, at=at)
    head = [_("Organisation"), _("Name"), _("E-mail"), _("Set"), _("Came to"), _("Of")]
    rows = [
        [
            each.organisation,
            each.name,
            each.email,
            each.learning_set.name,
            each.came,
            each.meetings,
        ]
        for each in found
    ]
    return table([head, *rows])


def _note(sets: Iterable[LearningSet], *, by: Person, at: datetime) -> None:
    for learning_set in {each.pk: each for each in sets}.values():
        note_attendance_taken(learning_set, by=by, at=at)


def table(rows: Iterable[list[Any]]) -> str:
    """Comma-separated, with a mark by which a spreadsheet knows the letters."""
    written = StringIO()
    written.write("\ufeff")
    writer = csv.writer(written)
    writer.writerows([as_text(each) for each in row] for row in rows)
    return written.getvalue()


def as_text(value: object) -> object:
    """A cell that no spreadsheet works out."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
