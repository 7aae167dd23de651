"""Reads one turn."""

import re

from askwell.coach.reading import Reading, Role, TurnKind

_CUES = (
    (
        TurnKind.ADVICE,
        re.compile(r"\b(you should|you need to|i'd |i would|just )", re.I),
    ),
    (
        TurnKind.LEADING_QUESTION,
        re.compile(
            r"\b(have you (thought|considered|tried)|could you|why don't)", re.I
        ),
    ),
    (TurnKind.OPEN_QUESTION, re.compile(r"^\W*(what|how|why|where|who)\b", re.I)),
    (TurnKind.CLOSED_QUESTION, re.compile(r"\?\s*$")),
    (TurnKind.REFLECTION, re.compile(r"^(so |you're|it sounds)", re.I)),
    (TurnKind.SHARING, re.compile(r"\b(i|we)\b", re.I)),
)


def read(
    text: str,
    *,
    phase: str | None = None,
    role: str | None = None,
    previous: str | None = None,
) -> Reading:
    """Read `text` as a turn said in `phase` by a `role` after `previous`."""
    kind = next((kind for kind, cue in _CUES if cue.search(text)), TurnKind.OTHER)
    rest = 0.1 / (len(TurnKind) - 1)
    sure = {each: 0.9 if each is kind else rest for each in TurnKind}
    bad = kind in (TurnKind.ADVICE, TurnKind.LEADING_QUESTION)
    if role == Role.PRESENTER or not bad:
        return Reading(kind=kind, probabilities=sure, reason="It reads so.")
    return Reading(
        kind=kind,
        probabilities=sure,
        reason="It names what to do.",
        hint="This could be heard as advice. What question is behind it?",
        rewrites=("What have you tried?",),
    )
