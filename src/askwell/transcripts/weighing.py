"""Weighs a transcript: what happened in the meeting, as a report."""

from collections.abc import Iterator, Mapping

from askwell.coach import Role
from askwell.transcripts import (
    figures,
    moments,
    naming,
    pauses,
    stacking,
    strengths,
    talk,
    timeline,
    wording,
)
from askwell.transcripts.casting.cast import Cast, cast
from askwell.transcripts.hearing import hear
from askwell.transcripts.report import Report
from askwell.transcripts.showing import shown
from askwell.transcripts.transcript import Clock, Transcript
from askwell.transcripts.turns import turns_of

OVER_A_MINUTE = 60.0


def weigh(
    transcript: Transcript,
    *,
    roles: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    anonymous: bool = False,
) -> Report:
    """What the transcript tells.

    `roles` gives people their part for certain, by any beginning of their names that
    means one person, before or after `names` gave them new ones. People with the same
    new name are one. Without names (`anonymous`) they are Member A, B and so on, also
    inside of what was said.
    """
    new = naming.chosen(names or {}, transcript)
    heard_as = naming.renamed(transcript, new)
    given = _given(roles or {}, transcript, new)
    report = _weighed(heard_as, cast(turns_of(heard_as), given))
    return shown(report, renamed=new, anonymous=anonymous)


def _given(
    roles: Mapping[str, str], transcript: Transcript, new: Mapping[str, str]
) -> dict[str, Role]:
    before = naming.speakers(transcript)
    after = dict.fromkeys(new.get(name, name) for name in before)
    given: dict[str, Role] = {}
    for name, role in roles.items():
        meant = naming.who(name, after) or naming.who(name, before)
        if meant is not None:
            given[new.get(meant, meant)] = Role(role)
    return given


def _weighed(transcript: Transcript, parted: Cast) -> Report:
    turns = parted.turns
    heard = hear(turns)
    quiet = pauses.pauses(heard, turns, transcript.clock)
    stacked = stacking.stacked(heard)
    roles = talk.roles(turns, heard)
    return Report(
        name=transcript.name,
        layout=transcript.layout,
        clock=transcript.clock,
        anonymous=False,
        start=min((turn.start for turn in turns), default=0.0),
        end=max((turn.end for turn in turns), default=0.0),
        spoken=sum(turn.seconds for turn in turns),
        turns=len(turns),
        sentences=len(heard),
        strengths=strengths.strengths(heard, turns, quiet),
        figures=figures.figures(
            heard=heard, turns=turns, roles=roles, pauses=quiet, stacked=stacked
        ),
        people=talk.people(turns, heard, parted.parts),
        roles=roles,
        speeches=talk.speeches(turns),
        stacked=stacked,
        timeline=timeline.timeline(heard),
        moments=moments.moments(heard, turns),
        cast=parted.parts,
        slots=parted.slots,
        doubts=tuple(_doubts(transcript, parted)),
        notes=wording.NOTES,
    )


def _doubts(transcript: Transcript, parted: Cast) -> Iterator[str]:
    if transcript.clock is Clock.STARTS:
        yield wording.ONLY_STARTS
    if transcript.clock is Clock.WORDS:
        yield wording.ONLY_WORDS
    if any(not cue.speaker for cue in transcript.cues):
        yield wording.SOME_UNNAMED
    if any(cue.end - cue.start > OVER_A_MINUTE for cue in transcript.cues):
        yield wording.LONG_CAPTIONS
    had = {part.role for part in parted.parts}
    if Role.FACILITATOR not in had:
        yield wording.NO_FACILITATOR
    if Role.PRESENTER not in had:
        yield wording.NO_PRESENTER
    if len(parted.slots) > 1:
        yield wording.SEVERAL_SLOTS
    if not all(part.given for part in parted.parts if part.role is not Role.MEMBER):
        yield wording.GUESSED
