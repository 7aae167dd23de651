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
        if not each.helps or each.kind is not TurnKind.OPEN_QUESTION:
            continue
        answer = 0.0
        if last[each.turn] is each and each.turn + 1 < len(turns):
            answer = turns[each.turn + 1].seconds
        short = len(each.sentence.text.split()) in SHORT
        shared = _shared_words(each)
        worth = each.reading.confidence + 0.5 * short + 0.25 * min(shared, 2)
        worth += 0.5 * min(answer / LONG_ANSWER, 1)
        yield _Found(worth, _praise(each, Praise.OPEN_QUESTION, _why(answer, shared)))


def _why(answer: float, shared: int) -> str:
    if answer >= LONG_ANSWER:
        return wording.ANSWERED_AT_LENGTH
    return wording.OWN_WORDS_ASKED if shared else wording.OPEN_AND_SHORT


def _silences(pauses: Sequence[Pause]) -> Iterator[_Found]:
    for pause in pauses:
        leads = pause.after.kind is TurnKind.LEADING_QUESTION
        if pause.seconds >= KEPT and pause.then is Role.PRESENTER and not leads:
            praise = _praise(pause.after, Praise.SILENCE, wording.SILENCE_KEPT)
            yield _Found(pause.seconds, praise)


def _reflections(heard: Sequence[Heard]) -> Iterator[_Found]:
    for each in heard:
        if each.helps and each.kind is TurnKind.REFLECTION:
            shared = _shared_words(each)
            praise = _praise(each, Praise.REFLECTION, wording.OWN_WORDS_GIVEN)
            if shared:
                yield _Found(each.reading.confidence + 0.25 * min(shared, 4), praise)


def _shared_words(each: Heard) -> int:
    """How many telling words it takes from what the presenter had just said."""
    return len(_telling(each.sentence.text) & _telling(each.previous))


def _telling(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _EMPTY


def _praise(each: Heard, praise: Praise, why: str) -> Strength:
    return Strength(praise, each.sentence.start, each.speaker, each.sentence.text, why)
