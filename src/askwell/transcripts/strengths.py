"""What went well, with the sentences that show it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from askwell.coach import Role, TurnKind
from askwell.transcripts import wording
from askwell.transcripts.hearing import Heard
from askwell.transcripts.pauses import KEPT, Pause
from askwell.transcripts.report import Praise, Strength
from askwell.transcripts.transcript import Turn

QUESTIONS = 3
SILENCES = 2
REFLECTIONS = 2
SHORT = range(4, 16)
"""Words of a question that is easy to take in."""
LONG_ANSWER = 15.0
"""Seconds."""

OWN = 0.5
"""Share of the telling words of a reflection that the presenter had used."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY_WORDS = """
about actually after again also because been before being but could does doing done down
even every from going good have having here into just kind know like little lots make
many maybe mean more most much need only other over people really right said same should
some something sort still such sure take than that that's their them then there these
they they're thing things think this those through time very want well went were what
when where which while will with would yeah your you're yourself
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Found:
    worth: float
    strength: Strength


def strengths(
    heard: Sequence[Heard], turns: Sequence[Turn], pauses: Sequence[Pause]
) -> tuple[Strength, ...]:
    """The best of each kind of praise, in the order in which they were said."""
    silences = sorted(_silences(pauses), key=lambda each: -each.worth)[:SILENCES]
    shown = {found.strength.at for found in silences}
    questions = _best(_questions(heard, turns), QUESTIONS, shown)
    reflections = _best(_reflections(heard), REFLECTIONS, shown)
    found = (each.strength for each in [*questions, *silences, *reflections])
    return tuple(sorted(found, key=lambda strength: strength.at))


def _best(found: Iterator[_Found], number: int, shown: set[float]) -> list[_Found]:
    """The most worthy, different people first."""
    ranked = sorted(found, key=lambda each: -each.worth)
    ranked = [each for each in ranked if each.strength.at not in shown]
    speakers: set[str] = set()
    first: list[_Found] = []
    later: list[_Found] = []
    for each in ranked:
        (later if each.strength.speaker in speakers else first).append(each)
        speakers.add(each.strength.speaker)
    return [*first, *later][:number]


def _questions(heard: Sequence[Heard], turns: Sequence[Turn]) -> Iterator[_Found]:
    last = {each.turn: each for each in heard}
    for each in heard:
        if each.helps and each.kind is TurnKind.OPEN_QUESTION:
            answer = _answer(turns, each.turn) if last[each.turn] is each else None
            if found := _question(each, answer):
                yield found


def _answer(turns: Sequence[Turn], turn: int) -> Turn | None:
    """What the presenter said next, if anything."""
    following = turns[turn + 1 : turn + 2]
    return next((each for each in following if each.role is Role.PRESENTER), None)


def _question(each: Heard, answer: Turn | None) -> _Found | None:
    """Worth more when answered, when short, and in the presenter's words."""
    long = answer is not None and answer.seconds >= LONG_ANSWER
    short = len(each.sentence.text.split()) in SHORT
    shared = _shared_words(each)
    worth = 0.5 * (answer is not None) + 0.5 * long + 0.5 * short
    worth += each.confidence + 0.25 * min(shared, 2)
    why = _why(long=long, shared=shared > 0, short=short)
    return _Found(worth, _praise(each, Praise.OPEN_QUESTION, why)) if why else None


def _why(*, long: bool, shared: bool, short: bool) -> str:
    if long:
        return wording.ANSWERED_AT_LENGTH
    if shared:
        return wording.OWN_WORDS_ASKED
    return wording.OPEN_AND_SHORT if short else ""


def _silences(pauses: Sequence[Pause]) -> Iterator[_Found]:
    for pause in pauses:
        leads = pause.after.kind is TurnKind.LEADING_QUESTION
        if pause.seconds >= KEPT and pause.then is Role.PRESENTER and not leads:
            praise = _praise(pause.after, Praise.SILENCE, wording.SILENCE_KEPT)
            yield _Found(pause.seconds, praise)


def _reflections(heard: Sequence[Heard]) -> Iterator[_Found]:
    """Only what is mostly the presenter's own, and adds little to it."""
    for each in heard:
        if each.helps and each.kind is TurnKind.REFLECTION:
            shared = _shared_words(each)
            if shared and shared >= OWN * len(_telling(each.sentence.text)):
                praise = _praise(each, Praise.REFLECTION, wording.OWN_WORDS_GIVEN)
                yield _Found(each.confidence + 0.25 * min(shared, 4), praise)


def _shared_words(each: Heard) -> int:
    """How many telling words it takes from what the presenter had just said."""
    return len(_telling(each.sentence.text) & _telling(each.previous))


def _telling(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _EMPTY


def _praise(each: Heard, praise: Praise, why: str) -> Strength:
    return Strength(praise, each.sentence.start, each.speaker, each.sentence.text, why)
