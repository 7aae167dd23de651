"""A file on its way in: put in, its columns named, mended, and at last written."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from askwell.web.enrolments import queries
from askwell.web.enrolments.checking import (
    Checked,
    Choices,
    Entry,
    Judged,
    Verdict,
    check,
)
from askwell.web.enrolments.models import Draft
from askwell.web.enrolments.operations.lines import say_lines
from askwell.web.enrolments.operations.listing import (
    enrol,
    leave,
    put_back,
    update,
)
from askwell.web.enrolments.reading import Table
from askwell.web.enrolments.reading.columns import plain
from askwell.web.enrolments.reading.fields import Field
from askwell.web.enrolments.reading.table import opened, written
from askwell.web.enrolments.reading.words import HIGHEST, level
from askwell.web.people.models import Person
from askwell.web.programmes.models import Partner, Programme

Kept = TypeVar("Kept", int, str)
# Nobody's memory grows without end.
MOST_REMEMBERED = 400


class NotSoundError(Exception):
    """Rows have faults still, or the list has changed; nothing was written."""


@dataclass(frozen=True)
class Done:
    """How many people a file changed, and how."""

    new: int = 0
    changed: int = 0
    left: int = 0
    back: int = 0
    lines: int = 0


@transaction.atomic
def put_in(
    programme: Programme,
    table: Table,
    choices: Choices,
    *,
    kind: Draft.Kind,
    by: Person,
    at: datetime,
) -> Draft:
    """Keep a file for a day, sealed; one of its kind for each person."""
    Draft.objects.filter(programme=programme, by=by, kind=kind).delete()
    return Draft.objects.create(
        programme=programme,
        by=by,
        kind=kind,
        created_at=at,
        table=written(table),
        choices=choices.written(),
    )


@transaction.atomic
def arrange(draft: Draft, choices: Choices) -> None:
    """What the columns hold; mended cells go by their meanings and stay."""
    draft.choices = choices.written()
    draft.save(update_fields=["choices"])


@transaction.atomic
def mend(
    draft: Draft,
    *,
    fixes: Iterable[tuple[int, Field, str]] = (),
    words: Iterable[tuple[Field, str, str]] = (),
    out: Collection[int] = (),
    back_in: Collection[int] = (),
) -> None:
    """Write what was typed into cells and said of words, and leave rows out."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    choices = Choices.opened(draft.choices or "{}")
    for number, field, typed in fixes:
        choices.fixes.setdefault(str(number), {})[field.value] = typed
    for field, word, meant in words:
        choices.words.setdefault(field.value, {})[word] = meant
    choices.out = sorted((set(choices.out) | set(out)) - set(back_in))
    arrange(draft, choices)


def throw_away(draft: Draft) -> None:
    """Nothing of it stays."""
    draft.delete()


def forget_old(*, at: datetime) -> int:
    """Files nobody came back for."""
    gone, _of_which = Draft.objects.filter(created_at__lt=at - Draft.LASTS).delete()
    return gone


@transaction.atomic
def apply(
    draft: Draft,
    *,
    left: Collection[UUID] = (),
    back: Collection[UUID] = (),
    leaves_out_faults: bool = False,
    at: datetime,
) -> Done:
    """Write all of it at once, against the list as it stands at this moment.

    `left` are people to be taken off, `back` people to be put on the list again.
    """
    programme = Programme.objects.select_for_update().get(pk=draft.programme_id)
    choices = Choices.opened(draft.choices or "{}")
    of_lines = draft.kind == Draft.Kind.LINES
    ground = queries.ground(draft.by, programme, of_lines=of_lines)
    table = opened(draft.table or "{}")
    checked = check(table, choices, ground)
    if not checked.is_sound and not leaves_out_faults:
        raise NotSoundError
    done = (
        _write_lines(checked)
        if of_lines
        else _write_people(programme, checked, by=draft.by, left=left, back=back, at=at)
    )
    _remember(programme, draft.by, table, choices, of_lines=of_lines)
    draft.delete()
    return done


def _write_lines(checked: Checked) -> Done:
    entries = _entries(checked.having(Verdict.NEW, Verdict.CHANGED))
    by_employer: dict[UUID, dict[str, str]] = {}
    for entry in entries:
        if entry.employer.id:
            by_employer.setdefault(entry.employer.id, {})[entry.email] = entry.manager
    partners = Partner.objects.filter(pk__in=by_employer)
    changed = [say_lines(each, by_employer[each.pk]) for each in partners]
    return Done(lines=sum(changed))


def _write_people(
    programme: Programme,
    checked: Checked,
    *,
    by: Person,
    left: Collection[UUID],
    back: Collection[UUID],
    at: datetime,
) -> Done:
    new = _entries(checked.having(Verdict.NEW))
    enrol(programme, new, by=by, at=at)
    gone = [each for each in checked.missing if each.pk in left]
    for enrolment in gone:
        leave(enrolment, by=by, at=at)
    again = [row.enrolment for row in checked.having(Verdict.LEFT) if row.enrolment]
    again = [each for each in again if each.pk in back]
    for enrolment in again:
        put_back(enrolment, by=by, at=at)
    changed = update(programme, checked.having(Verdict.CHANGED))
    _name_levels(checked.having(Verdict.NEW, Verdict.CHANGED, Verdict.SAME))
    return Done(len(new), changed, len(gone), len(again))


def _entries(rows: Iterable[Judged]) -> list[Entry]:
    return [row.entry for row in rows if row.entry]


# --- what is known the next time


def _remember(
    programme: Programme, by: Person, table: Table, choices: Choices, *, of_lines: bool
) -> None:
    """Meanings of headings and of words for levels; no cell of any person."""
    known = queries.memory(programme, queries.whose_memory(by, programme))
    pairs = zip(table.headings, choices.columns, strict=True)
    columns = {plain(heading): name for heading, name in pairs if plain(heading)}
    if of_lines:
        # What is left out there may well be wanted of people.
        columns = {heading: name for heading, name in columns.items() if name}
    said = choices.words.get(Field.LEVEL.value, {})
    steps = {word: level(step, {}) for word, step in said.items()}
    levels = {word: step for word, step in steps.items() if step}
    known.columns = _last({**known.columns, **columns})
    known.levels = _last({**known.levels, **levels})
    known.save()


def _last(known: dict[str, Kept]) -> dict[str, Kept]:
    return dict(list(known.items())[-MOST_REMEMBERED:])


def _name_levels(rows: Iterable[Judged]) -> None:
    """A level an organisation has no word for yet is called as in the file."""
    found: dict[UUID, dict[int, str]] = {}
    for entry in _entries(rows):
        if entry.level and entry.employer.id and level(entry.level_word, {}) is None:
            names = found.setdefault(entry.employer.id, {})
            names.setdefault(entry.level, entry.level_word[:60])
    for partner in Partner.objects.filter(pk__in=found):
        names = found[partner.pk]
        known = [*partner.level_names, *[""] * HIGHEST][:HIGHEST]
        named = [name or names.get(step, "") for step, name in enumerate(known, 1)]
        if named != known:
            partner.level_names = named
            partner.save(update_fields=["level_names"])
