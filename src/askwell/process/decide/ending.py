"""Decides on closing a meeting, and on opening it again within the grace period."""

from datetime import timedelta

from askwell.process.choices import Stage
from askwell.process.commands import Close, Reopen
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import (
    require_running,
    require_steering,
    words_of,
)
from askwell.process.decide.registry import on
from askwell.process.decide.walk import leave_closing, leave_slot
from askwell.process.events import (
    ActionCarriedForward,
    MeetingClosed,
    MeetingReopened,
    PulseClosed,
)
from askwell.process.refusals import Reason, Refused

GRACE = timedelta(minutes=15)


@on(Close)
def close(draft: Draft, command: Close) -> None:
    """INV-15, INV-9: what has not happened has a reason, and no action vanishes."""
    require_running(draft.state)
    require_steering(draft.state, command.by)
    reason = words_of(command.reason)
    step = draft.next_number
    leave_slot(draft, by=command.by, step=step, reason=reason)
    leave_closing(draft, by=command.by, step=step, reason=reason)
    _carry_actions_forward(draft)
    _close_pulses(draft, command)
    draft.add(
        MeetingClosed(
            **draft.stamp,
            person=command.by,
            step=step,
            reason=reason,
            reopen_until=draft.at + GRACE,
        )
    )


def _carry_actions_forward(draft: Draft) -> None:
    for action in draft.state.open_actions:
        owner = draft.state.people.get(action.owner)
        draft.add(
            ActionCarriedForward(
                **draft.stamp,
                person=action.owner,
                action=action.number,
                absent=owner is None or owner.arrived_at is None,
            )
        )


def _close_pulses(draft: Draft, command: Close) -> None:
    for pulse in draft.state.pulses.values():
        if pulse.closed_at is None:
            draft.add(PulseClosed(**draft.stamp, person=command.by, pulse=pulse.number))


@on(Reopen)
def reopen(draft: Draft, command: Reopen) -> None:
    state = draft.state
    if state.stage is not Stage.CLOSED:
        raise refuse(Reason.NOT_CLOSED)
    require_steering(state, command.by)
    until = state.course.reopen_until
    if until is None or draft.at > until:
        raise Refusal(Refused(reason=Reason.GRACE_OVER, until=until))
    draft.add(MeetingReopened(**draft.stamp, person=command.by))
