"""What a programme learns of who came: lowered by any member, raised by nobody."""

from datetime import datetime

from django.db import transaction

from askwell.web.people.models import Person
from askwell.web.programmes import rules
from askwell.web.programmes.models import LearningSet, LedgerLine, Programme
from askwell.web.programmes.operations.holding import hold, must
from askwell.web.programmes.operations.ledger import enter
from askwell.web.programmes.refusals import NotDoneError, Reason

# From the most to the least that is told.
STAIRS = (
    Programme.Attendance.NAMES,
    Programme.Attendance.COUNTS,
    Programme.Attendance.NOTHING,
)


def below(attendance: str) -> tuple[Programme.Attendance, ...]:
    """What may still be told instead, the most first."""
    return STAIRS[STAIRS.index(Programme.Attendance(attendance)) + 1 :]


@transaction.atomic
def lower_attendance(
    learning_set: LearningSet,
    to: Programme.Attendance,
    *,
    by: Person,
    at: datetime,
) -> None:
    """Tell the programme less from now on; twice is once, and higher is refused."""
    learning_set = hold(learning_set)
    must(rules.can_lower_attendance(by, learning_set))
    if learning_set.attendance == to:
        return
    if to not in below(learning_set.attendance):
        raise NotDoneError(Reason.ONLY_LOWER)
    learning_set.attendance = to
    learning_set.save(update_fields=["attendance"])
    detail = f"attendance_{to}"
    enter(learning_set, LedgerLine.Kind.CONTRACT, by=by, at=at, detail=detail)


@transaction.atomic
def note_attendance_taken(
    learning_set: LearningSet, *, by: Person, at: datetime
) -> None:
    """Say in the ledger that the programme took out who came, as the set allows."""
    enter(learning_set, LedgerLine.Kind.EXPORT, by=by, at=at, detail="attendance")
