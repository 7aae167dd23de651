"""What one row says: each cell understood, or what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from askwell.web.enrolments.checking.choices import ADD, LEAVE_OUT, Choices
from askwell.web.enrolments.checking.entries import Entry, Named
from askwell.web.enrolments.checking.faults import Fault, Kind
from askwell.web.enrolments.checking.ground import Ground, keyed
from askwell.web.enrolments.checking.judged import Judged, Verdict
from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.reading import clocks, words
from askwell.web.enrolments.reading.columns import plain
from askwell.web.enrolments.reading.fields import Field
from askwell.web.programmes import addresses

Meaning = TypeVar("Meaning", int, str, bool)
LONGEST: Final = 120
LONGEST_ADDRESS: Final = 254
SPELT_OUT: Final = re.compile(r"([\w.+-]+)\s+at\s+([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
NOT_A_NAME: Final = re.compile(r"[/:@<>]")
FORMULA: Final = re.compile(r"=\s*[A-Za-z(@+\-\"$'\d]")


def understood(
    number: int, typed: dict[Field, str], ground: Ground, choices: Choices
) -> Judged:
    """The row with its entry where every cell is sound."""
    row = Judged(number, typed)
    if number in choices.out:
        row.verdict = Verdict.OUT
        return row
    reader = _Reader(typed, ground, choices)
    entry = reader.entry()
    row.faults = reader.faults
    if reader.is_left_out:
        row.verdict = Verdict.OUT
    elif row.faults:
        row.verdict = Verdict.FAULTY
    # Also beside faults: whoever else names this person as manager finds them.
    row.entry = entry
    return row


@dataclass
class _Reader:
    """Reads the cells of one row, and gathers what is wrong with them."""

    typed: Mapping[Field, str]
    ground: Ground
    choices: Choices

    def __post_init__(self) -> None:
        self.faults: list[Fault] = []
        self.is_left_out = False

    def entry(self) -> Entry | None:
        """None where there is no address or no employer to go by."""
        self._refuse_formulas()
        email, name_beside = self._email()
        known = self.ground.enrolled.get(email)
        employer = self._employer(known.partner_id if known else None)
        if not email or employer is None:
            return None
        if known and not self.ground.may_see(known) and not self.ground.of_lines:
            self._fault(Field.EMAIL, Kind.ELSEWHERE, self.typed[Field.EMAIL])
        manager = self._cell(Field.MANAGER)
        if self.ground.of_lines:
            return Entry(email=email, employer=employer, manager=manager)
        entry = Entry(
            email=email,
            employer=employer,
            name=self._name(name_beside, email, is_known=known is not None),
            level=self._level(employer),
            level_word=self._cell(Field.LEVEL),
            area=self._short(Field.AREA),
            place=self._short(Field.PLACE),
            time_zone=self._word(Field.ZONE, clocks.zone_named) or "",
            manager=manager,
            cohort=self._cohort(is_known=known is not None),
            takes_part=self._takes_part(),
            facilitates=self._word(Field.FACILITATES, words.yes_or_no),
            capacity=self._capacity(),
        )
        self._want_part(entry, known)
        return entry

    def _takes_part(self) -> bool | None:
        """As the row says; whose role is to facilitate does nothing else."""
        if not self._cell(Field.TAKES_PART) and words.leads_only(
            self._cell(Field.FACILITATES)
        ):
            return False
        return self._word(Field.TAKES_PART, words.yes_or_no)

    def _want_part(self, entry: Entry, known: Enrolment | None) -> None:
        """A no to both, by this row and by what stands on the list."""
        joins, leads = entry.takes_part, entry.facilitates
        if joins is None:
            joins = known.takes_part if known else True
        if leads is None:
            leads = bool(known and known.facilitates)
        if not joins and not leads:
            self._fault(Field.TAKES_PART, Kind.NO_PART, self._cell(Field.TAKES_PART))

    def _fault(
        self, field: Field, kind: Kind, typed: str = "", meant: str | None = None
    ) -> None:
        if not any(each.field == field for each in self.faults):
            self.faults.append(Fault(field, kind, typed, meant))

    def _cell(self, field: Field) -> str:
        return self.typed.get(field, "")

    def _refuse_formulas(self) -> None:
        for field, cell in self.typed.items():
            if cell.startswith("=") and FORMULA.match(cell):
                self._fault(field, Kind.A_FORMULA, cell, "")

    def _email(self) -> tuple[str, str]:
        """The address, and a name that stood beside it."""
        cell = self._cell(Field.EMAIL)
        if not cell:
            self._fault(Field.EMAIL, Kind.NO_EMAIL)
            return "", ""
        if len(cell) > LONGEST_ADDRESS + LONGEST:
            self._fault(Field.EMAIL, Kind.NO_ADDRESS, cell)
            return "", ""
        reading = addresses.read(cell)
        if reading.faults:
            fault = reading.faults[0]
            meant = fault.meant or _with_at(cell)
            kind = Kind.MISTYPED if meant else Kind.NO_ADDRESS
            self._fault(Field.EMAIL, kind, cell, meant or None)
            return "", ""
        if len(reading.found) != 1:
            first = reading.found[0].email if reading.found else None
            kind = Kind.SEVERAL_ADDRESSES if first else Kind.NO_ADDRESS
            self._fault(Field.EMAIL, kind, cell, first)
            return "", ""
        if len(reading.found[0].email) > LONGEST_ADDRESS:
            self._fault(Field.EMAIL, Kind.NO_ADDRESS, cell)
            return "", ""
        return reading.found[0].email, reading.found[0].name

    def _name(self, beside: str, email: str, *, is_known: bool) -> str:
        field = Field.FIRST if Field.FIRST in self.typed else Field.NAME
        halves = (self._cell(Field.FIRST), self._cell(Field.LAST))
        name = _turned(self._cell(Field.NAME)) or " ".join(filter(None, halves))
        name = name or beside
        if not name and not is_known:
            self._fault(field, Kind.NO_NAME, "", name_from(email))
        elif NOT_A_NAME.search(name):
            meant = " ".join(NOT_A_NAME.sub(" ", name).split())
            self._fault(field, Kind.NOT_A_NAME, name, meant)
        elif len(name) > LONGEST:
            self._fault(field, Kind.TOO_LONG, name, name[:LONGEST].strip())
        return name

    def _short(self, field: Field) -> str:
        cell = self._cell(field)
        if len(cell) > LONGEST:
            self._fault(field, Kind.TOO_LONG, cell, cell[:LONGEST].strip())
        return cell

    def _settled(self, field: Field) -> str | None:
        """What was said to be meant by the word in this cell, be it nothing."""
        cell = self._cell(field)
        return self.choices.words.get(field, {}).get(plain(cell) or cell)

    def _word(
        self, field: Field, meaning: "Callable[[str], Meaning | None]"
    ) -> "Meaning | None":
        """A word with a meaning; an unknown one is asked about once for all rows."""
        cell = self._cell(field)
        if not cell:
            return None
        settled = self._settled(field)
        if settled == "":
            return None
        found = meaning(settled or cell)
        if found is None or found == "":
            self._fault(field, Kind.UNKNOWN_WORD, cell)
            return None
        return found

    def _level(self, employer: Named) -> int | None:
        known = self.ground.levels_of(employer)
        return self._word(Field.LEVEL, lambda word: words.level(word, known))

    def _employer(self, enrolled_with: object) -> Named | None:
        cell = self._cell(Field.ORGANISATION)
        if not cell:
            return self._usual_employer(enrolled_with)
        settled = self._settled(Field.ORGANISATION)
        if settled == LEAVE_OUT:
            self.is_left_out = True
            return None
        if settled == ADD and self.ground.may_add:
            return self.ground.employers.get(keyed(cell)) or Named(cell[:160])
        named = self.ground.employers.get(keyed(settled or cell))
        if named is None:
            self._fault(Field.ORGANISATION, Kind.UNKNOWN_WORD, cell)
        return named

    def _usual_employer(self, enrolled_with: object) -> Named | None:
        """Who is on the list stays with their employer; else as was chosen."""
        usual = self.ground.employer(str(enrolled_with))
        usual = usual or self.ground.employer(self.choices.partner)
        if not usual and len(self.ground.employers) == 1:
            usual = next(iter(self.ground.employers.values()))
        if not usual:
            self._fault(Field.ORGANISATION, Kind.WHICH_ORGANISATION)
        return usual

    def _cohort(self, *, is_known: bool) -> Named | None:
        cell = self._cell(Field.COHORT)
        if not cell:
            return None if is_known else self.ground.cohort(self.choices.cohort)
        settled = self._settled(Field.COHORT)
        if settled == "":
            return None
        if settled == ADD and self.ground.may_add:
            return self.ground.cohorts.get(keyed(cell)) or Named(cell[:80])
        named = self.ground.cohorts.get(keyed(settled or cell))
        if named is None:
            self._fault(Field.COHORT, Kind.UNKNOWN_WORD, cell)
        return named

    def _capacity(self) -> int | None:
        cell = self._cell(Field.CAPACITY)
        if not cell:
            return None
        found = words.capacity(cell)
        if found is None:
            digits = re.sub(r"\D", "", cell)[:2]
            meant = digits if words.capacity(digits) is not None else ""
            self._fault(Field.CAPACITY, Kind.CAPACITY, cell, meant)
        return found


def _turned(name: str) -> str:
    """“Ruiz, Ana” is Ana Ruiz."""
    last, comma, first = name.partition(", ")
    turned = comma and first and "," not in first
    return f"{first} {last}" if turned else name


def _with_at(cell: str) -> str:
    """“ana at acme.org” is written so that robots do not find it."""
    found = SPELT_OUT.fullmatch(cell)
    return f"{found[1]}@{found[2]}".lower() if found else ""


def name_from(email: str) -> str:
    """“ana.ruiz@…” may well be Ana Ruiz; nothing where no two words are seen."""
    parts = re.split(r"[._\-]+", email.partition("@")[0])
    named = [part.capitalize() for part in parts if part.isalpha()]
    return " ".join(named) if len(named) > 1 else ""
