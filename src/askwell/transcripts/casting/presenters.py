"""Who presents, and when: the likeliest row of presenters over all turns at once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from askwell.transcripts.casting import signs
from askwell.transcripts.casting.called import Called
from askwell.transcripts.transcript import Turn

CHANGE = 8.0
"""What a change of presenter costs: about three long answers."""
ENOUGH = 4.0
"""Signs below which nobody is taken for a presenter."""
UNCLEAR = 0.35
"""Confidence up to which nobody is taken for a presenter."""
CALLED = 0.5
HANDED_OVER = 3.0
LONG = 10.0
"""Seconds, and twice that is no longer a better sign."""


@dataclass(frozen=True, slots=True)
class Run:
    """Turns, from `first` up to `last`, in which one person presents."""

    name: str
    first: int
    last: int
    confidence: float


def find(
    turns: Sequence[Turn], called: Called, *, among: Collection[str]
) -> tuple[Run, ...]:
    """The runs in order; turns in which nobody clearly presents are in none."""
    names = sorted(among)
    if not names or not turns:
        return ()
    weights = [_weight(turn, before) for before, turn in _with_previous(turns)]
    pointed = [_pointed(turn, called) for turn in turns]
    row = _likeliest(turns, names, weights, pointed)
    runs, first = [], 0
    for name, group in groupby(row):
        last = first + sum(1 for _ in group)
        runs.append(_run(name, first, last, turns, weights))
        first = last
    return tuple(_joined(run for run in runs if run.confidence))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs of one person with nothing clear between them are one."""
    for _, group in groupby(runs, key=lambda run: run.name):
        same = list(group)
        sure = max(run.confidence for run in same)
        yield replace(same[0], last=same[-1].last, confidence=sure)


def _with_previous(turns: Sequence[Turn]) -> list[tuple[Turn | None, Turn]]:
    return list(zip([None, *turns], turns, strict=False))


def _weight(turn: Turn, before: Turn | None) -> float:
    """How much the turn sounds like a presenter's."""
    texts = [sentence.text for sentence in turn.sentences]
    answers = before is not None and signs.asks(before.sentences[-1].text)
    selves = sum(map(signs.speaks_of_self, texts))
    weight = 0.75 * min(turn.seconds / LONG, 2.0) + 0.25 * min(selves, 4)
    return weight + (1.0 if answers else 0.0) - (1.5 if signs.asks(texts[-1]) else 0.0)


def _pointed(turn: Turn, called: Called) -> dict[str, float]:
    """Whom the turn calls, and to whom it hands the floor."""
    found: dict[str, float] = {}
    for sentence in turn.sentences:
        weight = HANDED_OVER if signs.hands_over(sentence.text) else CALLED
        for name in called.by(turn.speaker, sentence.text):
            found[name] = max(found.get(name, 0.0), weight)
    return found


def _likeliest(
    turns: Sequence[Turn],
    names: Sequence[str],
    weights: Sequence[float],
    pointed: Sequence[dict[str, float]],
) -> list[str]:
    """Viterbi's way: the best row that ends with each name, turn by turn."""
    best = dict.fromkeys(names, 0.0)
    came: list[dict[str, str]] = []
    for turn, weight, points in zip(turns, weights, pointed, strict=True):
        leader = max(names, key=best.__getitem__)
        step, reached = {}, {}
        for name in names:
            stay = best[name] >= best[leader] - CHANGE
            step[name] = name if stay else leader
            past = best[name] if stay else best[leader] - CHANGE
            told = weight if turn.speaker == name else -0.25 * max(weight, 0.0)
            reached[name] = past + told + points.get(name, 0.0)
        best = reached
        came.append(step)
    row = [max(names, key=best.__getitem__)]
    for step in reversed(came[1:]):
        row.append(step[row[-1]])
    return row[::-1]


def _run(
    name: str, first: int, last: int, turns: Sequence[Turn], weights: Sequence[float]
) -> Run:
    heard: dict[str, float] = {name: 0.0}
    for turn, weight in zip(turns[first:last], weights[first:last], strict=True):
        heard[turn.speaker] = heard.get(turn.speaker, 0.0) + max(weight, 0.0)
    own = heard.pop(name)
    others = max(heard.values(), default=0.0)
    confidence = own / (own + others + 1.0) if own >= ENOUGH else 0.0
    return Run(name, first, last, round(confidence, 2) if confidence > UNCLEAR else 0.0)
