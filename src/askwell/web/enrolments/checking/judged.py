"""What came of looking at a file, row by row and altogether."""

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from askwell.web.enrolments.checking.entries import Entry
from askwell.web.enrolments.checking.faults import Fault
from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.reading.columns import plain
from askwell.web.enrolments.reading.fields import Field


class Verdict(Enum):
    """What would happen with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    FAULTY = "faults"
    OUT = "out"
    # On the list once, and not any more: nobody is put back without being asked.
    DECLINED = "declined"
    LEFT = "left"


@dataclass(frozen=True)
class Change:
    """What a field says now, and what the file says."""

    field: Field
    old: str
    new: str


@dataclass
class Judged:
    """One row: what it says, what is wrong with it, what would become of it."""

    number: int
    typed: dict[Field, str]
    entry: Entry | None = None
    faults: list[Fault] = field(default_factory=list)
    verdict: Verdict = Verdict.NEW
    enrolment: Enrolment | None = None
    changes: list[Change] = field(default_factory=list)
    # What somebody said themselves when they joined, and the file says otherwise.
    kept: list[Change] = field(default_factory=list)

    @property
    def called(self) -> str:
        """How the row is known to whoever reads it."""
        typed = self.typed
        halves = " ".join(filter(None, (typed.get(Field.FIRST), typed.get(Field.LAST))))
        named = typed.get(Field.NAME) or halves or typed.get(Field.EMAIL, "")
        return self.entry.name if self.entry and self.entry.name else named

    @property
    def own_faults(self) -> list[Fault]:
        """Those that are mended in this row alone."""
        return [each for each in self.faults if not each.is_a_word]


@dataclass(frozen=True)
class Word:
    """A word that is not known, and in how many rows it stands."""

    field: Field
    typed: str
    rows: int

    @property
    def key(self) -> str:
        return plain(self.typed) or self.typed

    @property
    def in_order(self) -> tuple[str, int, str]:
        """“Band 9” stands before “Band 10”."""
        digits = re.search(r"\d+", self.key)
        words = self.key[: digits.start()] if digits else self.key
        return words, int(digits[0][:9]) if digits else 0, self.key


@dataclass(frozen=True)
class Checked:
    """All rows of a file."""

    rows: tuple[Judged, ...]
    # On the list, of the organisations in the file, and not in the file.
    missing: tuple[Enrolment, ...] = ()

    @cached_property
    def counts(self) -> Counter[Verdict]:
        return Counter(row.verdict for row in self.rows)

    def having(self, *verdicts: Verdict) -> list[Judged]:
        return [row for row in self.rows if row.verdict in verdicts]

    @cached_property
    def kept(self) -> list[Judged]:
        return [row for row in self.rows if row.kept]

    @cached_property
    def to_mend(self) -> list[Judged]:
        """Rows with faults of their own."""
        return [row for row in self.having(Verdict.FAULTY) if row.own_faults]

    @cached_property
    def words(self) -> list[Word]:
        """Unknown words in the order of the fields, then as they are counted up."""
        counted: Counter[tuple[Field, str]] = Counter()
        first: dict[tuple[Field, str], str] = {}
        for row in self.having(Verdict.FAULTY):
            for fault in row.faults:
                if fault.is_a_word:
                    key = (fault.field, plain(fault.typed) or fault.typed)
                    first.setdefault(key, fault.typed)
                    counted[key] += 1
        order = list(Field)
        words = [Word(key[0], first[key], many) for key, many in counted.items()]
        return sorted(words, key=lambda word: (order.index(word.field), word.in_order))

    @property
    def is_sound(self) -> bool:
        return not self.counts[Verdict.FAULTY]
