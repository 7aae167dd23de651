"""Answers a command with the events it brings about, or with a refusal."""

from datetime import datetime

from askwell.process.choices import Stage
from askwell.process.commands import (
    Arrive,
    AskToJoin,
    Command,
    Convene,
    Reopen,
    Step,
    WriteNote,
)
from askwell.process.decide import (
    coming,
    contributions,
    convening,
    course,
    ending,
    helping,
    listening,
    opening,
    outcomes,
    roles,
    slot,
)
from askwell.process.decide.draft import Draft, Refusal
from askwell.process.decide.registry import DECIDERS
from askwell.process.events import Event
from askwell.process.people import ASKWELL
from askwell.process.refusals import Reason, Refused
from askwell.process.state import State

THEMES = (
    convening,
    opening,
    coming,
    course,
    slot,
    contributions,
    outcomes,
    roles,
    listening,
    helping,
    ending,
)

AFTER_THE_CLOSE = (Reopen, WriteNote)
FROM_OUTSIDE = (Convene, Arrive, AskToJoin, WriteNote, Reopen)


def decide(
    state: State, command: Command, *, at: datetime
) -> tuple[Event, ...] | Refused:
    """What the command brings about; `()` if there is nothing left to do.

    A token that the same person sent before answers `()`: a command twice is once.
    """
    if command.mark in state.tokens:
        return ()
    refused = _not_now(state, command) or _not_here(state, command)
    if refused:
        return refused
    draft = Draft(state, command, at=at)
    try:
        DECIDERS[type(command)](draft, command)
    except Refusal as refusal:
        return refusal.refused
    return tuple(draft.events)


def _not_now(state: State, command: Command) -> Refused | None:
    if state.brief is None:
        if isinstance(command, Convene):
            return None
        return Refused(reason=Reason.NOT_CONVENED)
    if state.stage is Stage.CLOSED and not isinstance(command, AFTER_THE_CLOSE):
        return Refused(reason=Reason.CLOSED, until=state.course.reopen_until)
    if isinstance(command, Step) and command.expected_phase != state.phase_number:
        return Refused(
            reason=Reason.STALE_PHASE,
            expected_phase=state.phase_number,
            phase=state.phase.name if state.phase else None,
        )
    return None


def _not_here(state: State, command: Command) -> Refused | None:
    if isinstance(command, FROM_OUTSIDE) or command.by == ASKWELL:
        return None
    if state.is_here(command.by):
        return None
    waits = command.by in state.joining
    return Refused(reason=Reason.NOT_ADMITTED if waits else Reason.NOT_HERE)


__all__ = ["decide"]
