"""What the pages of a file on its way in show: counts, boxes to mend, changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from askwell.web.enrolments.checking import Checked, Fault, Ground, Judged, Kind
from askwell.web.enrolments.checking.choices import ADD, LEAVE_OUT
from askwell.web.enrolments.checking.ground import keyed
from askwell.web.enrolments.checking.judged import Verdict, Word
from askwell.web.enrolments.checking.managers import Names, names_in
from askwell.web.enrolments.reading.clocks import shown, suggestions
from askwell.web.enrolments.reading.fields import Field
from askwell.web.enrolments.reading.words import guessed_levels
from askwell.web.enrolments.wording import STEPS, level_label

MOST_WORDS: Final = 30
MOST_ROWS: Final = 40
YES_NO: Final = (Field.TAKES_PART, Field.FACILITATES)


@dataclass(frozen=True)
class Count:
    """How many rows would come to the same; `show` leads to them."""

    show: str
    label: str
    number: int
    is_fault: bool = False


@dataclass(frozen=True)
class Box:
    """One thing to mend: a box with what may be meant already in it."""

    name: str
    label: str
    value: str
    why: str
    options: Sequence[tuple[str, str]] = ()
    suggested: Sequence[str] = ()

    @property
    def id(self) -> str:
        """Without signs that an address on a page cannot hold."""
        return "-".join(self.name.split()).replace(":", "-")


@dataclass(frozen=True)
class ToMend:
    """A row with faults of its own."""

    number: int
    called: str
    boxes: Sequence[Box]
    is_repeated: bool


def counts(checked: Checked) -> list[Count]:
    """In the order in which they are looked at; what is nothing is not said."""
    many = checked.counts
    all_ = [
        Count("faults", _("with faults"), many[Verdict.FAULTY], is_fault=True),
        Count("new", _("new"), many[Verdict.NEW]),
        Count("changed", _("changed"), many[Verdict.CHANGED]),
        Count("kept", _("who said otherwise themselves"), len(checked.kept)),
        Count("same", _("unchanged"), many[Verdict.SAME]),
        Count("gone", _("who said no or left"), _gone(checked)),
        Count("out", _("left out"), many[Verdict.OUT]),
    ]
    return [each for each in all_ if each.number]


def _gone(checked: Checked) -> int:
    return checked.counts[Verdict.DECLINED] + checked.counts[Verdict.LEFT]


SHOWN: Final = {
    "new": (Verdict.NEW,),
    "changed": (Verdict.CHANGED,),
    "same": (Verdict.SAME,),
    "gone": (Verdict.DECLINED, Verdict.LEFT),
    "out": (Verdict.OUT,),
}


def rows_to_show(checked: Checked, show: str) -> list[Judged]:
    if show == "kept":
        return checked.kept
    return checked.having(*SHOWN[show]) if show in SHOWN else []


# --- words


def words_to_settle(checked: Checked, ground: Ground) -> list[Box]:
    """Unknown words, each once, with what they may mean."""
    words = checked.words[:MOST_WORDS]
    levels = guessed_levels(each.typed for each in words if each.field == Field.LEVEL)
    return [_word_box(word, ground, levels) for word in words]


def _word_box(word: Word, ground: Ground, levels: dict[str, int]) -> Box:
    name = f"word:{word.field.value}:{word.key}"
    match word.field:
        case Field.LEVEL:
            value, options = str(levels[word.typed]), _level_options()
        case Field.ORGANISATION:
            names = [each.name for each in ground.employers.values()]
            value, options = _named(word.typed, names, ground, Field.ORGANISATION)
        case Field.COHORT:
            names = [each.name for each in ground.cohorts.values()]
            value, options = _named(word.typed, names, ground, Field.COHORT)
        case field if field in YES_NO:
            value = "no"
            options = [("yes", _("yes")), ("no", _("no")), ("", _("leave it empty"))]
        case _:
            near = suggestions(word.typed)
            why = _("%(rows)s. Write a city whose clocks they share, or nothing.")
            why %= {"rows": _rows(word)}
            return Box(name, _label(word), _first(near), why, (), near)
    return Box(name, _label(word), value, _rows(word), options)


def _label(word: Word) -> str:
    return f"“{word.typed}”"


def _rows(word: Word) -> str:
    field = _called(word.field)
    if word.rows == 1:
        return _("%(field)s, in one row") % {"field": field}
    return _("%(field)s, in %(rows)s rows") % {"field": field, "rows": word.rows}


def _called(field: Field) -> str:
    return str(capfirst(field.label))


def _level_options() -> list[tuple[str, str]]:
    steps = [(str(step), level_label(step, ())) for step in STEPS]
    return [*steps, ("", _("leave it empty"))]


def _named(
    typed: str, names: list[str], ground: Ground, field: Field
) -> tuple[str, list[tuple[str, str]]]:
    """A name that is known, or a new one; the likeliest is chosen already."""
    known = {keyed(name): name for name in names}
    near = get_close_matches(keyed(typed), known, n=1, cutoff=0.75)
    options = [(name, name) for name in sorted(names)]
    if ground.may_add:
        options.append((ADD, _("Add “%(name)s”") % {"name": typed[:80]}))
    if field == Field.ORGANISATION:
        options.append((LEAVE_OUT, _("Leave these people out")))
    else:
        options.append(("", _("leave it empty")))
    last = ADD if ground.may_add else options[-1][0]
    return (known[near[0]] if near else last), options


def _first(found: Sequence[str]) -> str:
    return found[0] if found else ""


# --- rows


def rows_to_mend(checked: Checked, ground: Ground) -> list[ToMend]:
    names = names_in(checked.rows, ground)
    return [_to_mend(row, names) for row in checked.to_mend[:MOST_ROWS]]


def _to_mend(row: Judged, names: Names) -> ToMend:
    faults = row.own_faults
    repeated = any(fault.kind is Kind.TWICE for fault in faults)
    boxes = [_box(row.number, fault, names) for fault in faults]
    return ToMend(row.number, row.called, boxes, repeated)


def _box(number: int, fault: Fault, names: Names) -> Box:
    value = fault.again
    if fault.kind is Kind.MANAGER_UNKNOWN:
        value = names.near(fault.typed)
    return Box(
        name=f"cell:{number}:{fault.field.value}",
        label=_called(fault.field),
        value=value,
        why=_why(fault, value),
    )


def _why(fault: Fault, value: str) -> str:
    """With what was typed, where the box says something else."""
    if fault.typed and fault.typed != value:
        return f"“{fault.typed}”: {fault.in_words()}"
    return fault.in_words()


# --- what is written


def columns_of(rows: Iterable[Judged]) -> list[Field]:
    """The fields in which at least one of the rows says something."""
    rows = list(rows)
    said = {field for row in rows for field, cell in row.typed.items() if cell}
    if any(row.entry and row.entry.takes_part is False for row in rows):
        said.add(Field.TAKES_PART)
    named = said - {Field.FIRST, Field.LAST, Field.NAME, Field.EMAIL}
    return [field for field in Field if field in named]


def cells_of(row: Judged, columns: Iterable[Field]) -> list[tuple[str, str]]:
    """As it will stand on the list."""
    return [(_called(field), _cell(row, field)) for field in columns]


def _cell(row: Judged, field: Field) -> str:
    entry = row.entry
    if entry is None:
        return row.typed.get(field, "")
    understood = {
        Field.ORGANISATION: entry.employer.name,
        Field.COHORT: entry.cohort.name if entry.cohort else "",
        Field.LEVEL: str(entry.level or ""),
        Field.ZONE: shown(entry.time_zone),
        Field.MANAGER: entry.manager,
        Field.TAKES_PART: _yes_no(entry.takes_part),
        Field.FACILITATES: _yes_no(entry.facilitates),
    }
    return understood.get(field, row.typed.get(field, ""))


def _yes_no(said: bool | None) -> str:
    return "" if said is None else _("yes") if said else _("no")
