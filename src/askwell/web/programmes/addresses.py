"""Reads addresses as people have them: typed, pasted from a mail, or in a file.

Understood are `Ana Ruiz <ana@x.org>; ben@y.org`, one or many on a line, tables with
or without a heading, and visiting cards. What is not understood comes back with what
is wrong with it and, where that is plain, how it was meant.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person

LONGEST_NAME = 120
TOKEN = re.compile(r"[^\s<>()\[\]\"',;:|]+@[^\s<>()\[\]\"',;:|]*")
# “1. ”, “- ” and the like before an address in a list.
LEADING = re.compile(r"^(?:mailto:|\d+[.)]\s+|[-*•]\s+)", re.IGNORECASE)
LOOSE_AT = re.compile(r"\s*(?:@|\(at\)|\[at\])\s*", re.IGNORECASE)
ENDINGS = {".con": ".com", ".cmo": ".com", ".ogr": ".org", ".og": ".org"}
NOT_IN_A_NAME = re.compile(r"[/:@<>\"'()\[\]]+")
NO_AT = _("There is no @ in it. Write the whole address, such as ana@example.org.")
NO_ENDING = _("Something is missing after the @, such as .org at the end.")
NO_ADDRESS = _("This is not yet an e-mail address. Look for a sign too many.")
MISTYPED = _("This looks mistyped. In the box it stands as it may have been meant.")

MAIL, NAME, FIRST, LAST = "mail", "name", "first", "last"
HEADINGS = (
    (MAIL, re.compile(r"mail", re.IGNORECASE)),
    (FIRST, re.compile(r"first|given|vorname|prénom", re.IGNORECASE)),
    (LAST, re.compile(r"last|family|surname|nachname", re.IGNORECASE)),
    (NAME, re.compile(r"name|nom|member|person", re.IGNORECASE)),
)


@dataclass(frozen=True)
class Addressee:
    """One address, and the name that stood beside it."""

    email: str
    name: str = ""

    def __str__(self) -> str:
        return _beside(self.name, self.email)


@dataclass(frozen=True)
class Fault:
    """Something that is no address: what is wrong, and what may have been meant."""

    typed: str
    why: object
    meant: str = ""

    @property
    def again(self) -> str:
        """What goes back into the box to be looked at."""
        return self.meant or self.typed


@dataclass(frozen=True)
class Reading:
    """Whom a text names: each once, in the order of the text."""

    found: tuple[Addressee, ...] = ()
    faults: tuple[Fault, ...] = ()
    repeated: tuple[str, ...] = ()

    @property
    def left_over(self) -> str:
        """What was not understood, one on a line."""
        return "\n".join(each.again for each in self.faults)


@dataclass
class _Gathered:
    """Collects what is found, and notices what was there before."""

    found: dict[str, Addressee] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    repeated: dict[str, None] = field(default_factory=dict)

    def add(self, typed: str, name: str = "") -> None:
        email = Person.objects.normalize_email(typed.strip("."))
        if fault := _fault_in(email, name):
            self.faults.setdefault(email, fault)
        elif known := self.found.get(email):
            self.repeated[email] = None
            self.found[email] = replace(known, name=known.name or name)
        else:
            self.found[email] = Addressee(email, name)

    def reading(self) -> Reading:
        return Reading(
            tuple(self.found.values()),
            tuple(self.faults.values()),
            tuple(self.repeated),
        )


def read(text: str) -> Reading:
    """All addresses in a text, whatever form it has and however its lines end."""
    text, gathered = "\n".join(text.splitlines()), _Gathered()
    if "BEGIN:VCARD" in text.upper():
        _read_cards(text, gathered)
    elif columns := _columns(text):
        _read_table(text, columns, gathered)
    else:
        for line in re.split(r"[;\n]+", text):
            _read_line(line, gathered)
    return gathered.reading()


def together(first: Reading, second: Reading) -> Reading:
    """Both readings as one: who is in both is there once, and repeated."""
    gathered = _Gathered()
    for each in (*first.found, *second.found):
        gathered.add(each.email, each.name)
    faults = {each.typed: each for each in (*first.faults, *second.faults)}
    repeated = dict.fromkeys((*first.repeated, *second.repeated, *gathered.repeated))
    return replace(
        gathered.reading(), faults=tuple(faults.values()), repeated=tuple(repeated)
    )


def decoded(content: bytes) -> str:
    """The text of a file, in whichever of the common encodings it was kept."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


# --- running text


def _read_line(line: str, gathered: _Gathered) -> None:
    """Addresses between commas; words before one are its name, or else after it."""
    pieces = [each.strip() for each in _between_commas(line)]
    pieces = [each for each in pieces if each]
    words: list[str] = []
    waiting: tuple[str, list[str]] | None = None
    for piece in pieces:
        typed, own_name = _parted(piece)
        if not typed:
            words.append(piece)
            continue
        if waiting:
            _settle(waiting, [], gathered)
        for earlier in typed[:-1]:
            gathered.add(earlier)
        waiting, words = (typed[-1], _name_parts(words, own_name)), []
    if waiting:
        _settle(waiting, words, gathered)
    elif words:
        typed_words = ", ".join(words)
        gathered.faults.setdefault(typed_words, Fault(typed_words, NO_AT))


def _settle(
    waiting: tuple[str, list[str]], after: list[str], gathered: _Gathered
) -> None:
    typed, before = waiting
    gathered.add(typed, _as_name(before or after[:1]))


def _name_parts(words: list[str], own_name: str) -> list[str]:
    """“Ruiz, Ana <ana@x.org>” is Ana Ruiz; “Ana, Ruiz, ana@x.org” is as it stands."""
    return [own_name, *words] if own_name else words


def _between_commas(line: str) -> Iterator[str]:
    """Commas and tabs part, but not within quotation marks."""
    return iter(next(csv.reader([line.replace("\t", ",")], skipinitialspace=True), []))


def _parted(piece: str) -> tuple[list[str], str]:
    """The addresses in a piece, and the words before the first."""
    piece = LEADING.sub("", piece)
    if not TOKEN.search(piece):
        piece = LOOSE_AT.sub("@", piece)
    typed = TOKEN.findall(piece)
    before = piece.partition(typed[0])[0] if len(typed) == 1 else ""
    return typed, " ".join(reversed(before.split(", ", 1)))


def _as_name(parts: Iterable[str]) -> str:
    cleaned = (NOT_IN_A_NAME.sub(" ", each) for each in parts)
    return " ".join(" ".join(cleaned).split())[:LONGEST_NAME]


# --- tables and cards


def _columns(text: str) -> dict[str, int]:
    """Which column holds what, if the first line is a heading."""
    heading = text.strip().partition("\n")[0]
    if "@" in heading:
        return {}
    cells = next(csv.reader([heading], delimiter=_delimiter(heading)), [])
    columns: dict[str, int] = {}
    for number, cell in enumerate(cells):
        for meaning, pattern in HEADINGS:
            if pattern.search(cell):
                columns.setdefault(meaning, number)
                break
    return columns if MAIL in columns else {}


def _delimiter(heading: str) -> str:
    return max(",;\t", key=heading.count)


def _read_table(text: str, columns: dict[str, int], gathered: _Gathered) -> None:
    heading, _line, rows = text.strip().partition("\n")
    for row in csv.reader(rows.splitlines(), delimiter=_delimiter(heading)):
        cells = {
            meaning: row[number].strip()
            for meaning, number in columns.items()
            if number < len(row)
        }
        if typed := cells.pop(MAIL, ""):
            named = [cells.get(FIRST, ""), cells.get(LAST, "")]
            full = [cells.get(NAME, "")]
            gathered.add(typed, _as_name(full if any(full) else named))
        elif any(cells.values()):
            typed = " ".join(cells.values())
            gathered.faults.setdefault(typed, Fault(typed, NO_AT))


def _read_cards(text: str, gathered: _Gathered) -> None:
    name = ""
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        label, _colon, value = line.partition(":")
        match label.partition(";")[0].rpartition(".")[2].upper():
            case "BEGIN":
                name = ""
            case "FN":
                name = _as_name([value.replace("\\,", ",")])
            case "EMAIL":
                gathered.add(value, name)


# --- what may be wrong


def _fault_in(email: str, name: str) -> Fault | None:
    if meant := _meant(email):
        return Fault(_beside(name, email), MISTYPED, _beside(name, meant))
    try:
        validate_email(email)
    except ValidationError:
        beyond = email.rpartition("@")[2]
        why = NO_ADDRESS if "." in beyond else NO_ENDING
        return Fault(_beside(name, email), why)
    return None


def _meant(email: str) -> str:
    """What plainly was meant, where that is another address."""
    for ending, meant in ENDINGS.items():
        if email.endswith(ending):
            return email.removesuffix(ending) + meant
    single = re.sub(r"([.@])\1+", r"\1", email)
    return single if single != email else ""


def _beside(name: str, email: str) -> str:
    return f"{name} <{email}>" if name else email
