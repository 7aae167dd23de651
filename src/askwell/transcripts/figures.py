"""The few numbers that a set can talk about, each saying how it was got."""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from askwell.coach import Role, TurnKind
from askwell.transcripts import talk, wording
from askwell.transcripts.hearing import Heard
from askwell.transcripts.pauses import KEPT, Pause
from askwell.transcripts.report import Figure, Quote, RoleTime
from askwell.transcripts.transcript import Turn


def figures(
    *,
    heard: Sequence[Heard],
    turns: Sequence[Turn],
    roles: Sequence[RoleTime],
    pauses: Sequence[Pause],
    stacked: Sequence[Quote],
) -> tuple[Figure, ...]:
    values = {
        **dict(_shares(roles)),
        **dict(_asking(heard)),
        **dict(_waiting(pauses)),
        "stacked": len(stacked),
        "turn_equality": talk.equality(turns),
        "longest_speech": _longest(turns),
    }
    return tuple(
        Figure(name, words.title, values[name], words.unit, words.how, words.cannot)
        for name, words in wording.FIGURES.items()
    )


def _shares(roles: Sequence[RoleTime]) -> Iterator[tuple[str, float | None]]:
    shares = {each.role: each.share for each in roles}
    yield "presenter_share", shares.get(Role.PRESENTER)
    yield "facilitator_share", shares.get(Role.FACILITATOR)


def _asking(heard: Sequence[Heard]) -> Iterator[tuple[str, float | None]]:
    kinds = Counter(each.kind for each in heard if each.helps)
    members = Counter(each.kind for each in heard if each.role is Role.MEMBER)
    asked, told = talk.asked(members), talk.told(members)
    steering = kinds[TurnKind.ADVICE] + kinds[TurnKind.LEADING_QUESTION]
    yield "open_share", _part(kinds[TurnKind.OPEN_QUESTION], talk.asked(kinds))
    yield "asked_share", _part(asked, asked + told)
    yield "steering", steering
    yield "reflections", _part(kinds[TurnKind.REFLECTION], talk.asked(kinds))


def _part(some: int, of: int) -> float | None:
    return some / of if of else None


def _waiting(pauses: Sequence[Pause]) -> Iterator[tuple[str, float | None]]:
    quiet = [pause.seconds for pause in pauses]
    yield "wait_time", median(quiet) if quiet else None
    kept = sum(1 for each in quiet if each >= KEPT)
    yield "silences", kept if quiet else None


def _longest(turns: Sequence[Turn]) -> float | None:
    others = (turn.seconds for turn in turns if turn.role is not Role.PRESENTER)
    return max(others, default=None)
