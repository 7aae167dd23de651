"""How the coach heard one's own questions, drawn anew at every look, for oneself alone.

Only in meetings where the set asks and does not tell: elsewhere advice is welcome, and
the coach keeps silent about it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from askwell.coach import STEERING, Reading, Subtype, TurnKind
from askwell.process.records import Contribution
from askwell.process.state import State
from askwell.web.coaching import queries as coaching
from askwell.web.coaching.queries import Key, Turn
from askwell.web.coaching.wording import KINDS, SUBTYPES
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person

MOST_MEETINGS = 12


class Sort(StrEnum):
    """What the picture tells apart, in the order in which it is drawn."""

    OPEN = "open"
    FACT = "fact"
    CLOSED = "closed"
    SEVERAL = "several"
    STEERING = "steering"
    OTHER = "other"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Heard:
    """One question of one's own, and how it was heard."""

    meeting: Meeting
    number: int
    words: str
    starred: bool
    reading: Reading | None
    meant: TurnKind | None

    @property
    def name(self) -> str:
        """What a link to it ends in."""
        return f"q-{self.meeting.code}-{self.number}"

    @property
    def is_sure(self) -> bool:
        """Below its confidence the coach gives no reason, and then says nothing."""
        return self.reading is not None and bool(self.reading.reason)

    @property
    def sort(self) -> Sort:
        """What its author means counts for more than what was heard."""
        if self.meant:
            return _SORTS.get(self.meant, Sort.OTHER)
        if self.reading is None or not self.is_sure:
            return Sort.UNSURE
        return _sorted(self.reading)

    @property
    def heard_as(self) -> str:
        return str(KINDS[self.reading.kind]) if self.reading else ""

    @property
    def meant_as(self) -> str:
        return str(KINDS[self.meant]) if self.meant else ""

    @property
    def finer(self) -> list[str]:
        """What the reason says already is not said twice."""
        if self.reading is None:
            return []
        named = (str(SUBTYPES[each]) for each in self.reading.subtypes)
        return [each for each in named if each not in self.reading.reason]


_SORTS = {
    TurnKind.OPEN_QUESTION: Sort.OPEN,
    TurnKind.CLOSED_QUESTION: Sort.CLOSED,
    TurnKind.LEADING_QUESTION: Sort.STEERING,
    TurnKind.ADVICE: Sort.STEERING,
}


def _sorted(reading: Reading) -> Sort:
    """Several at once before all else; a fact asked for is no fault."""
    if Subtype.STACKED in reading.subtypes:
        return Sort.SEVERAL
    if Subtype.CLARIFYING in reading.subtypes and reading.kind not in STEERING:
        return Sort.FACT
    return _SORTS.get(reading.kind, Sort.OTHER)


@dataclass(frozen=True)
class Occasion:
    """What one asked at one meeting, in the order of asking."""

    at: datetime
    learning_set: str
    questions: tuple[Heard, ...]


@dataclass(frozen=True)
class Hearing:
    """The newest meeting first; at most twelve."""

    occasions: tuple[Occasion, ...]

    @property
    def counted(self) -> list[tuple[Sort, int, int]]:
        """For each sort that there is: how many were asked, and how many marked."""
        all_of_them = [each for some in self.occasions for each in some.questions]
        asked = Counter(each.sort for each in all_of_them)
        marked = Counter(each.sort for each in all_of_them if each.starred)
        return [(sort, asked[sort], marked[sort]) for sort in Sort if asked[sort]]


def hearing_of(
    person: Person,
    meetings: Sequence[Meeting],
    asked: Mapping[UUID, Sequence[Contribution]],
    states: Mapping[UUID, State],
    sets: Mapping[UUID, str],
) -> Hearing:
    """`meetings` in the order of time, with what was `asked` at each of them."""
    shown = [
        each
        for each in meetings
        if asked[each.pk] and states[each.pk].script.action_learning
    ][-MOST_MEETINGS:]
    turns = coaching.turns(
        [(meeting, each) for meeting in shown for each in asked[meeting.pk]], states
    )
    meant = coaching.meanings_of(person, [each.pk for each in shown])
    occasions = [
        Occasion(
            at=meeting.opened_at or meeting.starts_at,
            learning_set=sets.get(meeting.learning_set_id, ""),
            questions=tuple(
                _heard(meeting, turns[meeting.pk, each.number], meant)
                for each in asked[meeting.pk]
            ),
        )
        for meeting in reversed(shown)
    ]
    return Hearing(tuple(occasions))


def _heard(meeting: Meeting, turn: Turn, meant: Mapping[Key, TurnKind]) -> Heard:
    said = turn.contribution
    return Heard(
        meeting=meeting,
        number=said.number,
        words=turn.words,
        starred=said.starred,
        reading=turn.reading,
        meant=meant.get((meeting.pk, said.number)),
    )
