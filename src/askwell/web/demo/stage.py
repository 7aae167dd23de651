"""Plays a script: every line becomes a command, and the process must accept it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate

from askwell.process import EMPTY, Command, Event, Refused, State, decide, evolve
from askwell.process.commands import (
    AgreeContract,
    AgreeNextMeeting,
    Arrive,
    BeginSlot,
    Close,
    Convene,
    NextPhase,
    Open,
)
from askwell.process.people import PersonId
from askwell.web.demo.directions import commands_for
from askwell.web.demo.scripts import Line, Part, Script

ARRIVING = timedelta(minutes=4)
# A line lasts as long as its words take, and a moment to draw breath.
BREATH = 12


class ScriptRefusedError(Exception):
    """The process does not accept a line of a script."""


@dataclass(kw_only=True)
class Stage:
    """A meeting while it is being played: what has happened and as it stands."""

    script: Script
    people: Mapping[str, PersonId]
    state: State = EMPTY
    events: list[Event] = field(default_factory=list)
    spoken: int = 0

    def token(self) -> str:
        """A token that the same line of the same script gets each time."""
        self.spoken += 1
        return f"{self.script.name}-{self.spoken}"

    def do(self, command: Command, *, at: datetime, line: int = 0) -> None:
        """Raises ScriptRefusedError, naming the line, if the process says no."""
        answer = decide(self.state, command, at=at)
        if isinstance(answer, Refused):
            where = f"{self.script.name}, line {line}"
            what = type(command).__name__
            raise ScriptRefusedError(f"{where}: {what} is refused: {answer}")
        for event in answer:
            self.state = evolve(self.state, event)
            self.events.append(event)

    @property
    def chair(self) -> PersonId:
        """Whoever leads the meeting now."""
        if self.state.facilitator:
            return self.state.facilitator
        return self.people[self.script.facilitator]


def play(
    script: Script,
    convene: Convene,
    *,
    people: Mapping[str, PersonId],
    starts_at: datetime,
    next_at: datetime | None = None,
) -> Stage:
    """Play a script from the convening to its last line.

    A meeting in progress is left in the phase it is in; any other one is closed.
    """
    stage = Stage(script=script, people=people)
    stage.do(convene, at=starts_at - timedelta(days=1))
    _gather(stage, starts_at=starts_at)
    ends_at = _play_parts(stage, at=starts_at)
    if not script.in_progress:
        _end(stage, at=ends_at, next_at=next_at)
    return stage


def _gather(stage: Stage, *, starts_at: datetime) -> None:
    """Everybody comes in, has agreed the contract, and the meeting is opened."""
    here = [stage.people[name] for name in stage.script.here]
    moments = _evenly(starts_at - ARRIVING, ARRIVING, len(here))
    for person, moment in zip(here, moments, strict=True):
        stage.do(Arrive(by=person, token=stage.token()), at=moment)
    for person in stage.state.contract_waits_for:
        agree = AgreeContract(
            by=person, token=stage.token(), version=stage.state.contract_version
        )
        stage.do(agree, at=starts_at)
    stage.do(Open(by=stage.chair, token=stage.token()), at=starts_at)


def _play_parts(stage: Stage, *, at: datetime) -> datetime:
    for part in stage.script.parts:
        _enter(stage, part, at=at)
        for line, moment in _timed(part, at=at):
            for command in commands_for(line, stage, at=moment):
                stage.do(command, at=moment, line=line.number)
        at += timedelta(minutes=part.minutes)
    return at


def _enter(stage: Stage, part: Part, *, at: datetime) -> None:
    """Go on until the meeting is in the phase under whose heading we are."""
    if part.title == "Present":
        presenter = stage.people[part.lines[0].who]
        begin = BeginSlot(
            by=stage.chair,
            token=stage.token(),
            expected_phase=stage.state.phase_number,
            presenter=presenter,
        )
        stage.do(begin, at=at, line=part.number)
    elif not _is_in(stage, part):
        go_on = NextPhase(
            by=stage.chair,
            token=stage.token(),
            expected_phase=stage.state.phase_number,
        )
        stage.do(go_on, at=at, line=part.number)
    if not _is_in(stage, part):
        now = stage.state.phase_in_script
        raise ScriptRefusedError(
            f"{stage.script.name}, line {part.number}: the meeting is in "
            f"{now.title if now else 'no phase'}, not in {part.title}"
        )


def _is_in(stage: Stage, part: Part) -> bool:
    phase = stage.state.phase_in_script
    return phase is not None and str(phase.title).startswith(part.title)


def _end(stage: Stage, *, at: datetime, next_at: datetime | None) -> None:
    if next_at:
        agreed = AgreeNextMeeting(by=stage.chair, token=stage.token(), meets_at=next_at)
        stage.do(agreed, at=at)
    close = Close(
        by=stage.chair,
        token=stage.token(),
        expected_phase=stage.state.phase_number,
    )
    stage.do(close, at=at)


def _timed(part: Part, *, at: datetime) -> Iterator[tuple[Line, datetime]]:
    """Each line with the moment at which it has been said."""
    lasting = [BREATH + len(line.words.split()) for line in part.lines]
    whole = timedelta(minutes=part.minutes)
    for line, until in zip(part.lines, accumulate(lasting), strict=True):
        yield line, at + whole * (until / (sum(lasting) + BREATH))


def _evenly(since: datetime, within: timedelta, times: int) -> Iterator[datetime]:
    return (since + within * (n / times) for n in range(times))
