"""The time of a running meeting: its plan, how it stands, what an extension costs."""

from dataclasses import replace
from datetime import datetime, timedelta

from askwell.process.formats.shape import Section
from askwell.process.plan import Plan, plan
from askwell.process.records import PhaseNow
from askwell.process.replan import (
    Cost,
    Progress,
    Proposal,
    cost_of_extension,
    replan,
)
from askwell.process.state import State

A_MINUTE = timedelta(minutes=1)


def plan_of(state: State) -> Plan:
    """The plan of the whole meeting, for who belongs to it and who wants to present."""
    order = state.order
    return plan(
        state.script,
        people=len(state.members),
        booked=state.booked_minutes,
        presenters=len(order.turns) if order else None,
        open_actions=state.actions_to_report,
    )


def proposal_of(state: State, *, at: datetime) -> Proposal | None:
    """The rest of the meeting, laid out again; `None` while it does not run."""
    progress = progress_of(state, at=at)
    return replan(state.script, progress) if progress else None


def cost_of(state: State, *, minutes: int, at: datetime) -> Cost | None:
    """What it costs to make the present phase longer."""
    progress = progress_of(state, at=at)
    if progress is None:
        return None
    return cost_of_extension(state.script, progress, minutes=minutes)


def minutes_of_next_slot(state: State, *, at: datetime) -> tuple[int, ...]:
    """What each phase of a slot that begins now gets, if the meeting is to end in time.

    When time has slipped, this slot and those after it are shortened alike.
    """
    people = len(state.members)
    full = tuple(phase.minutes_for(people) for phase in state.script.slot)
    progress = progress_of(state, at=at)
    if progress is None:
        return full
    proposal = replan(state.script, _with_slot_to_come(state, progress))
    coming = len(state.slots)
    planned = {
        step.phase: step.minutes for step in proposal.steps if step.slot == coming
    }
    return tuple(
        planned.get(phase.name, minutes)
        for phase, minutes in zip(state.script.slot, full, strict=True)
    )


def _with_slot_to_come(state: State, progress: Progress) -> Progress:
    """The present phase is over, and so is its section."""
    section = Section.SLOT if state.slots else Section.OPENING
    return replace(
        progress,
        section=section,
        index=len(state.script.section(section)) - 1,
        left=0,
        slots_to_come=max(1, progress.slots_to_come),
    )


def progress_of(state: State, *, at: datetime) -> Progress | None:
    now, opened_at = state.phase, state.course.opened_at
    if now is None or opened_at is None:
        return None
    return Progress(
        people=len(state.members),
        booked=state.booked_minutes,
        section=now.section,
        index=now.index,
        elapsed=_minutes(at - opened_at),
        left=_left(now, at=at),
        slots_to_come=slots_to_come(state),
        slot=len(state.slots) - 1 if state.slots else None,
        open_actions=state.actions_to_report,
    )


def slots_to_come(state: State) -> int:
    """How many slots are still to begin; before there is an order, as planned."""
    if state.order is None:
        return plan_of(state).slots if not state.slots else 0
    most = state.script.most_slots
    coming = len(state.presenters_to_come)
    return coming if most is None else max(0, min(coming, most - len(state.slots)))


def _left(now: PhaseNow, *, at: datetime) -> int:
    return max(0, _minutes(now.left(at)))


def _minutes(time: timedelta) -> int:
    return time // A_MINUTE
