"""Who had the air, and for how long."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from askwell.coach import Role, TurnKind
from askwell.transcripts.hearing import Heard
from askwell.transcripts.report import Part, Person, RoleTime, Speech
from askwell.transcripts.transcript import Turn

APART = 400
"""A drawing of the whole meeting tells this many moments apart."""
SPEECHES = 5
FIRST_WORDS = 12
FEWEST = 2
"""Nobody can be compared with themselves."""


def people(
    turns: Sequence[Turn], heard: Iterable[Heard], parts: Sequence[Part]
) -> tuple[Person, ...]:
    """Everybody who spoke, whoever spoke longest first."""
    kinds: defaultdict[str, Counter[TurnKind]] = defaultdict(Counter)
    said: defaultdict[str, list[Turn]] = defaultdict(list)
    for each in heard:
        kinds[each.speaker][each.kind] += 1
    for turn in turns:
        said[turn.speaker].append(turn)
    spoken = sum(turn.seconds for turn in turns)
    apart = (turns[-1].end - turns[0].start) / APART if turns else 0.0
    found = [
        _person(part, said[part.name], kinds[part.name], spoken, apart)
        for part in parts
    ]
    return tuple(sorted(found, key=lambda person: (-person.seconds, person.name)))


def _person(
    part: Part,
    turns: Sequence[Turn],
    kinds: Counter[TurnKind],
    spoken: float,
    apart: float,
) -> Person:
    seconds = sum(turn.seconds for turn in turns)
    return Person(
        name=part.name,
        role=part.role,
        seconds=seconds,
        share=seconds / spoken if spoken else 0.0,
        words=sum(len(each.text.split()) for turn in turns for each in turn.sentences),
        turns=len(turns),
        longest=max(turn.seconds for turn in turns),
        asked=asked(kinds),
        told=told(kinds),
        kinds=in_order(kinds),
        spoke=_stretches(turns, apart),
    )


def asked(kinds: Mapping[TurnKind, int]) -> int:
    questions = (
        TurnKind.OPEN_QUESTION,
        TurnKind.CLOSED_QUESTION,
        TurnKind.LEADING_QUESTION,
    )
    return sum(kinds.get(kind, 0) for kind in questions)


def told(kinds: Mapping[TurnKind, int]) -> int:
    return kinds.get(TurnKind.ADVICE, 0) + kinds.get(TurnKind.SHARING, 0)


def in_order(kinds: Mapping[TurnKind, int]) -> dict[TurnKind, int]:
    return {kind: kinds.get(kind, 0) for kind in TurnKind}


def _stretches(turns: Sequence[Turn], apart: float) -> tuple[tuple[float, float], ...]:
    joined: list[tuple[float, float]] = []
    for turn in turns:
        if joined and turn.start - joined[-1][1] <= apart:
            joined[-1] = joined[-1][0], max(joined[-1][1], turn.end)
        else:
            joined.append((turn.start, turn.end))
    return tuple(joined)


def roles(turns: Sequence[Turn], heard: Iterable[Heard]) -> tuple[RoleTime, ...]:
    """The roles that somebody had, in the order of `Role`."""
    kinds: defaultdict[Role, Counter[TurnKind]] = defaultdict(Counter)
    seconds: defaultdict[Role, float] = defaultdict(float)
    names: defaultdict[Role, set[str]] = defaultdict(set)
    for each in heard:
        kinds[each.role][each.kind] += 1
    for turn in turns:
        seconds[turn.role] += turn.seconds
        names[turn.role].add(turn.speaker)
    spoken = sum(seconds.values())
    return tuple(
        RoleTime(
            role=role,
            people=len(names[role]),
            seconds=seconds[role],
            share=seconds[role] / spoken if spoken else 0.0,
            sentences=kinds[role].total(),
            kinds=in_order(kinds[role]),
        )
        for role in Role
        if names[role]
    )


def speeches(turns: Sequence[Turn]) -> tuple[Speech, ...]:
    """The longest turns, the longest first."""
    longest = sorted(turns, key=lambda turn: -turn.seconds)[:SPEECHES]
    return tuple(
        Speech(turn.speaker, turn.role, turn.start, turn.seconds, _begins(turn))
        for turn in longest
    )


def _begins(turn: Turn) -> str:
    words = " ".join(each.text for each in turn.sentences[:FIRST_WORDS]).split()
    more = " …" if len(words) > FIRST_WORDS else ""
    return " ".join(words[:FIRST_WORDS]) + more


def equality(turns: Iterable[Turn]) -> float | None:
    """One less the Gini coefficient of how many turns each named member had.

    It is 1 when all had the same number, and nothing below two members.
    """
    counts = Counter(
        turn.speaker for turn in turns if turn.role is Role.MEMBER and turn.speaker
    )
    if len(counts) < FEWEST:
        return None
    ranked = sorted(counts.values())
    number, total = len(ranked), sum(ranked)
    weighted = sum(rank * turns for rank, turns in enumerate(ranked, start=1))
    gini = 2 * weighted / (number * total) - (number + 1) / number
    return 1 - gini
