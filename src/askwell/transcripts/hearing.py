"""Reads every sentence as the coach hears it, with who spoke and what came before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from askwell import coach
from askwell.coach import QUESTIONS, STEERING, Role, Subtype, TurnKind
from askwell.transcripts.transcript import Sentence, Turn

LONGEST = 2_000
"""Letters of one sentence that are read; nobody asks at greater length."""
REMEMBERED = 400
"""Letters of the presenter's last words that are given to the coach."""

OF_OTHERS = STEERING | {TurnKind.REFLECTION}
"""What is said to somebody whose topic it is."""
TELLING = frozenset({TurnKind.ADVICE, TurnKind.SHARING})


@dataclass(frozen=True, slots=True)
class Heard:
    """One sentence, and what is kept of its reading; `turn` counts from 0.

    `previous` is what the presenter, or before a presenter's words somebody else, said.
    """

    turn: int
    speaker: str
    role: Role
    sentence: Sentence
    previous: str
    kind: TurnKind
    confidence: float
    stacked: bool
    hint: str
    reframe: str

    @property
    def asks(self) -> bool:
        return self.kind in QUESTIONS

    @property
    def tells(self) -> bool:
        return self.kind in TELLING

    @property
    def helps(self) -> bool:
        """Whether it was said to the presenter, and not by them."""
        return self.role is not Role.PRESENTER


def hear(turns: Sequence[Turn]) -> tuple[Heard, ...]:
    return tuple(_heard(turns))


def _heard(turns: Sequence[Turn]) -> Iterator[Heard]:
    presented, others = "", ""
    for index, turn in enumerate(turns):
        presents = turn.role is Role.PRESENTER
        previous = others if presents else presented
        for sentence in turn.sentences:
            yield _read(index, turn, sentence, previous)
        last = " ".join(each.text for each in turn.sentences[-3:])[-REMEMBERED:]
        presented, others = (last, others) if presents else (presented, last)


def _read(index: int, turn: Turn, sentence: Sentence, previous: str) -> Heard:
    reading = coach.read(
        sentence.text[:LONGEST], role=turn.role, previous=previous or None
    )
    return Heard(
        turn=index,
        speaker=turn.speaker,
        role=turn.role,
        sentence=sentence,
        previous=previous,
        kind=_kind(reading.kind, turn.role, previous),
        confidence=reading.confidence,
        stacked=Subtype.STACKED in reading.subtypes,
        hint=reading.hint,
        reframe=next(iter(reading.rewrites), ""),
    )


def _kind(read: TurnKind, role: Role, previous: str) -> TurnKind:
    """Presenters tell of their own topic; and there must be something to reflect."""
    if role is Role.PRESENTER and read in OF_OTHERS:
        return TurnKind.SHARING
    if read is TurnKind.REFLECTION and not previous:
        return TurnKind.OTHER
    return read
