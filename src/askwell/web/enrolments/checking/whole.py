"""Looks at all rows of a file together, against the list as it stands."""

from collections.abc import Iterable, Iterator

from askwell.web.enrolments.checking.cells import understood
from askwell.web.enrolments.checking.choices import Choices
from askwell.web.enrolments.checking.entries import Entry
from askwell.web.enrolments.checking.faults import Fault, Kind
from askwell.web.enrolments.checking.ground import Ground
from askwell.web.enrolments.checking.judged import Change, Checked, Judged, Verdict
from askwell.web.enrolments.checking.managers import break_circles, name_managers
from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.reading.clocks import shown
from askwell.web.enrolments.reading.fields import Field
from askwell.web.enrolments.reading.table import Line, Table

# What somebody says themselves when they join; a file does not talk over it.
THEIR_OWN = (
    Field.NAME,
    Field.LEVEL,
    Field.AREA,
    Field.PLACE,
    Field.ZONE,
    Field.FACILITATES,
    Field.CAPACITY,
)
SAID_OFF = {
    Enrolment.Status.DECLINED: Verdict.DECLINED,
    Enrolment.Status.LEFT: Verdict.LEFT,
}


def check(table: Table, choices: Choices, ground: Ground) -> Checked:
    """What each row says and what would become of it; changes nothing."""
    fields = choices.fields
    rows = [
        understood(line.number, _typed(line, fields, choices), ground, choices)
        for line in table.lines
    ]
    _find_repeated(rows)
    name_managers(rows, ground)
    break_circles(rows, ground)
    for row in rows:
        _judge(row, ground)
    return Checked(tuple(rows), tuple(_missing(rows, ground)))


def _typed(
    line: Line, fields: list[Field | None], choices: Choices
) -> dict[Field, str]:
    """The cells that mean something, as they stand after mending."""
    typed = {
        field: cell
        for field, cell in zip(fields, line.cells, strict=True)
        if field is not None
    }
    mended = choices.fixes.get(str(line.number), {})
    return typed | {Field(name): cell for name, cell in mended.items()}


def _find_repeated(rows: Iterable[Judged]) -> None:
    first: dict[str, int] = {}
    for row in rows:
        if row.entry is None or row.verdict is Verdict.OUT:
            continue
        earlier = first.setdefault(row.entry.email, row.number)
        if earlier != row.number:
            typed = row.typed.get(Field.EMAIL, "")
            row.faults.append(
                Fault(Field.EMAIL, Kind.TWICE, typed, detail=str(earlier))
            )
            row.verdict = Verdict.FAULTY


def _judge(row: Judged, ground: Ground) -> None:
    if row.verdict is not Verdict.NEW or row.entry is None:
        return
    if ground.of_lines:
        row.changes = list(_change_of_line(row.entry, ground))
        known = ground.line(row.entry.employer.id, row.entry.email)
        if not row.changes:
            row.verdict = Verdict.SAME
        elif known:
            row.verdict = Verdict.CHANGED
        return
    row.enrolment = ground.enrolled.get(row.entry.email)
    if row.enrolment is None:
        return
    status = Enrolment.Status(row.enrolment.status)
    if status in SAID_OFF:
        row.verdict = SAID_OFF[status]
        return
    differences = list(_differences(row.entry, row.enrolment, ground))
    joined = status == Enrolment.Status.JOINED
    row.kept = [each for each in differences if joined and _is_their_own(each)]
    row.changes = [each for each in differences if each not in row.kept]
    row.verdict = Verdict.CHANGED if row.changes else Verdict.SAME


def _is_their_own(change: Change) -> bool:
    return change.field in THEIR_OWN and bool(change.old)


def _differences(
    entry: Entry, enrolment: Enrolment, ground: Ground
) -> Iterator[Change]:
    """What the file says otherwise; where it says nothing, nothing changes."""
    employer = ground.employer(str(enrolment.partner_id))
    cohort = ground.cohort(str(enrolment.cohort_id))
    pairs = (
        (Field.NAME, enrolment.name, entry.name),
        (Field.ORGANISATION, employer and employer.name, entry.employer.name),
        (Field.LEVEL, enrolment.level, entry.level),
        (Field.AREA, enrolment.area, entry.area),
        (Field.PLACE, enrolment.place, entry.place),
        (Field.ZONE, shown(enrolment.time_zone), shown(entry.time_zone)),
        (Field.COHORT, cohort and cohort.name, entry.cohort and entry.cohort.name),
        (Field.TAKES_PART, enrolment.takes_part, entry.takes_part),
        (Field.FACILITATES, enrolment.facilitates, entry.facilitates),
        (Field.CAPACITY, enrolment.capacity, entry.capacity),
    )
    for field, old, new in pairs:
        if new not in (None, "") and new != old:
            yield Change(field, _in_cell(old), _in_cell(new))
    yield from _change_of_line(entry, ground)


def _change_of_line(entry: Entry, ground: Ground) -> Iterator[Change]:
    known = ground.line(entry.employer.id, entry.email)
    if entry.manager and entry.manager != known:
        yield Change(Field.MANAGER, known, entry.manager)


def _in_cell(value: object) -> str:
    """As it would stand in a file."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
    return str(value)


def _missing(rows: Iterable[Judged], ground: Ground) -> Iterator[Enrolment]:
    """On the list with an organisation the file speaks of, and not in the file."""
    if ground.of_lines:
        return
    entries = [row.entry for row in rows if row.entry]
    named = {entry.email for entry in entries}
    employers = {entry.employer.id for entry in entries}
    for email, enrolment in ground.enrolled.items():
        here = enrolment.status not in Enrolment.GONE
        if here and enrolment.partner_id in employers and email not in named:
            yield enrolment
