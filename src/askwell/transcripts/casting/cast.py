"""Guesses who had which part, and when; whoever knows better says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from askwell.coach import Role
from askwell.transcripts import wording
from askwell.transcripts.casting import facilitator, presenters
from askwell.transcripts.casting.called import Called
from askwell.transcripts.casting.presenters import Run
from askwell.transcripts.report import Part, Slot
from askwell.transcripts.transcript import Turn


@dataclass(frozen=True, slots=True)
class Cast:
    """The turns with their parts, and how the parts were found."""

    turns: tuple[Turn, ...]
    parts: tuple[Part, ...]
    slots: tuple[Slot, ...]


def cast(turns: Sequence[Turn], given: Mapping[str, Role]) -> Cast:
    """`given` names parts for certain: whoever it names has no other part."""
    called = Called(turns)
    facilitating = _facilitating(turns, called, given)
    runs = _presenting(turns, called, given, facilitating)
    presenting: dict[str, float] = {}
    for run in runs:
        presenting[run.name] = max(presenting.get(run.name, 0.0), run.confidence)
    names = dict.fromkeys(turn.speaker for turn in turns)
    return Cast(
        turns=_played(turns, facilitating, runs),
        parts=tuple(_part(name, given, facilitating, presenting) for name in names),
        slots=tuple(_slot(run, turns) for run in runs),
    )


def _facilitating(
    turns: Sequence[Turn], called: Called, given: Mapping[str, Role]
) -> dict[str, float]:
    """Who facilitates, and how sure that is."""
    named = {name: 1.0 for name, role in given.items() if role is Role.FACILITATOR}
    if named:
        return named
    found = facilitator.find(turns, called, never=given)
    return {found.name: found.confidence} if found else {}


def _presenting(
    turns: Sequence[Turn],
    called: Called,
    given: Mapping[str, Role],
    facilitating: Mapping[str, float],
) -> tuple[Run, ...]:
    named = [name for name, role in given.items() if role is Role.PRESENTER]
    if len(named) == 1:
        return (Run(named[0], 0, len(turns), 1.0),) if turns else ()
    speakers = {turn.speaker for turn in turns if turn.speaker}
    among = named or speakers.difference(given, facilitating)
    runs = presenters.find(turns, called, among=among)
    return tuple(replace(run, confidence=1.0) for run in runs) if named else runs


def _played(
    turns: Sequence[Turn], facilitating: Mapping[str, float], runs: Sequence[Run]
) -> tuple[Turn, ...]:
    played = [
        replace(turn, role=Role.FACILITATOR) if turn.speaker in facilitating else turn
        for turn in turns
    ]
    for run in runs:
        for index in range(run.first, run.last):
            if played[index].speaker == run.name:
                played[index] = replace(played[index], role=Role.PRESENTER)
    return tuple(played)


def _part(
    name: str,
    given: Mapping[str, Role],
    facilitating: Mapping[str, float],
    presenting: Mapping[str, float],
) -> Part:
    if name in given:
        return Part(name, given[name], 1.0, True, wording.YOU_SAID_SO)
    if name in facilitating:
        sure = facilitating[name]
        return Part(name, Role.FACILITATOR, sure, False, wording.LOOKS_AFTER)
    if presenting.get(name):
        return Part(name, Role.PRESENTER, presenting[name], False, wording.ANSWERS)
    others = max([*facilitating.values(), *presenting.values()], default=0.0)
    return Part(name, Role.MEMBER, others, False, wording.NOTHING_ELSE)


def _slot(run: Run, turns: Sequence[Turn]) -> Slot:
    end = max(turn.end for turn in turns[run.first : run.last])
    return Slot(run.name, turns[run.first].start, end, run.confidence)
