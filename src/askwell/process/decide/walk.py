"""How a meeting goes from phase to phase, slot to slot, and to its closing."""

from datetime import datetime, timedelta

from askwell.process.agenda import takes_place
from askwell.process.choices import SlotEnd
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.events import (
    OrderChosen,
    PhaseBegan,
    PhaseSkipped,
    SlotBegan,
    SlotEnded,
)
from askwell.process.formats.shape import Phase, Section
from askwell.process.people import PersonId
from askwell.process.records import PhaseNow
from askwell.process.refusals import Reason, Refused
from askwell.process.rotation import explained, propose
from askwell.process.state import State
from askwell.process.timing import minutes_of_next_slot

LONG_ENOUGH = timedelta(minutes=1)
"""A phase in which nothing was written has happened once it took this long."""


def begin_phase(
    draft: Draft, section: Section, index: int, *, by: PersonId, step: int | None
) -> None:
    state = draft.state
    phase = state.script.section(section)[index]
    slot = state.slot if section is Section.SLOT else None
    draft.add(
        PhaseBegan(
            **draft.stamp,
            person=by,
            step=step,
            phase=phase.name,
            section=section,
            index=index,
            slot=slot.number if slot else None,
            minutes=slot.minutes[index]
            if slot and slot.minutes
            else phase.minutes_for(len(state.members)),
        )
    )


def go_on(draft: Draft, now: PhaseNow, *, by: PersonId, step: int) -> None:
    """To the next phase, the next presenter, or the closing."""
    index = index_after(draft.state, now)
    if index is not None:
        begin_phase(draft, now.section, index, by=by, step=step)
    elif now.section is Section.OPENING:
        _go_to_first_slot(draft, by=by, step=step)
    elif now.section is Section.SLOT:
        _go_on_from_slot(draft, by=by, step=step)
    else:
        raise refuse(Reason.NO_SUCH_PHASE)


def index_after(state: State, now: PhaseNow) -> int | None:
    """The next phase of this section; a stopped slot has none after its review."""
    if now.section is Section.SLOT and state.slot and state.slot.stopped:
        return None
    return _first_taking_place(state, now.section, now.index + 1)


def index_before(state: State, now: PhaseNow) -> int | None:
    phases = state.script.section(now.section)
    for index in range(now.index - 1, -1, -1):
        if takes_place(phases[index], open_actions=state.actions_to_report):
            return index
    return None


def _first_taking_place(state: State, section: Section, start: int) -> int | None:
    phases = state.script.section(section)
    for index in range(start, len(phases)):
        if takes_place(phases[index], open_actions=state.actions_to_report):
            return index
    return None


def first_phase(state: State, section: Section) -> int:
    index = _first_taking_place(state, section, 0)
    if index is None:
        raise refuse(Reason.NO_SUCH_PHASE)
    return index


def _go_to_first_slot(draft: Draft, *, by: PersonId, step: int) -> None:
    if draft.state.order is None and draft.state.script.everyone_presents:
        _adopt_proposal(draft, by=by, step=step)
    presenter = next_presenter(draft.state)
    if presenter is None:
        proposal = tuple(turn.person for turn in propose(draft.state))
        raise Refusal(Refused(reason=Reason.NO_PRESENTER, people=proposal))
    begin_slot(draft, presenter, by=by, step=step)


def _adopt_proposal(draft: Draft, *, by: PersonId, step: int) -> None:
    order = tuple(turn.person for turn in propose(draft.state))
    turns, as_proposed = explained(draft.state, order)
    draft.add(
        OrderChosen(
            **draft.stamp, person=by, step=step, order=turns, as_proposed=as_proposed
        )
    )


def next_presenter(state: State) -> PersonId | None:
    """The next in the order who is here, if there is time for another slot."""
    most = state.script.most_slots
    if most is not None and len(state.slots) >= most:
        return None
    coming = state.presenters_to_come
    return next((person for person in coming if state.is_here(person)), None)


def _go_on_from_slot(draft: Draft, *, by: PersonId, step: int) -> None:
    presenter = next_presenter(draft.state)
    if presenter is None:
        index = first_phase(draft.state, Section.CLOSING)
        leave_slot(draft, by=by, step=step, reason=None)
        begin_phase(draft, Section.CLOSING, index, by=by, step=step)
    else:
        leave_slot(draft, by=by, step=step, reason=None)
        begin_slot(draft, presenter, by=by, step=step)


def begin_slot(
    draft: Draft,
    presenter: PersonId,
    *,
    by: PersonId,
    step: int,
    reason: str | None = None,
) -> None:
    require_presentable(draft.state, presenter)
    undone = _undone_slot(draft.state, presenter)
    draft.add(
        SlotBegan(
            **draft.stamp,
            person=by,
            step=step,
            slot=draft.next_number if undone is None else undone,
            presenter=presenter,
            facilitator=draft.state.facilitator,
            minutes=minutes_of_next_slot(draft.state, at=draft.at),
            reason=reason,
        )
    )
    index = first_phase(draft.state, Section.SLOT)
    begin_phase(draft, Section.SLOT, index, by=by, step=step)


def require_presentable(state: State, presenter: PersonId) -> None:
    """INV-16, and that the presenter is here and does not facilitate themselves."""
    waiting = state.contract_waits_for
    if waiting:
        raise Refusal(Refused(reason=Reason.CONTRACT_NOT_AGREED, people=waiting))
    if presenter not in state.members_here:
        raise Refusal(Refused(reason=Reason.NOT_HERE, people=(presenter,)))
    if presenter == state.facilitator and state.format.has_facilitator:
        raise Refusal(Refused(reason=Reason.FACILITATOR_PRESENTS, people=(presenter,)))


def _undone_slot(state: State, presenter: PersonId) -> int | None:
    """A slot of theirs that was undone: its topic and words come back with it."""
    standing = {slot.number for slot in state.slots}
    undone = (
        number
        for number, topic in state.topics.items()
        if topic.presenter == presenter and number not in standing
    )
    return max(undone, default=None)


def leave_slot(
    draft: Draft, *, by: PersonId, step: int | None, reason: str | None
) -> None:
    """Ends the running slot; INV-15 asks a reason for what has not happened."""
    slot = draft.state.slot
    if slot is None:
        return
    missing = missing_phases(draft.state, Section.SLOT, at=draft.at)
    _skip_all(draft, missing, slot=slot.number, by=by, step=step, reason=reason)
    how = SlotEnd.CUT_SHORT if missing else SlotEnd.COMPLETED
    draft.add(
        SlotEnded(
            **draft.stamp,
            person=by,
            step=step,
            slot=slot.number,
            how=slot.stopped or how,
        )
    )


def leave_closing(
    draft: Draft, *, by: PersonId, step: int | None, reason: str | None
) -> None:
    missing = missing_phases(draft.state, Section.CLOSING, at=draft.at)
    _skip_all(draft, missing, slot=None, by=by, step=step, reason=reason)


def _skip_all(
    draft: Draft,
    phases: tuple[str, ...],
    *,
    slot: int | None,
    by: PersonId,
    step: int | None,
    reason: str | None,
) -> None:
    if phases and reason is None:
        raise Refusal(Refused(reason=Reason.SLOT_NOT_COMPLETE, phases=phases))
    for name in phases:
        skip(draft, name, slot=slot, by=by, step=step, reason=reason)


def skip(
    draft: Draft,
    phase: str,
    *,
    slot: int | None,
    by: PersonId,
    step: int | None,
    reason: str | None,
) -> None:
    draft.add(
        PhaseSkipped(
            **draft.stamp, person=by, step=step, phase=phase, slot=slot, reason=reason
        )
    )


def missing_phases(state: State, section: Section, *, at: datetime) -> tuple[str, ...]:
    """Required phases of the slot (or the closing) that have yet to happen."""
    slot = state.slot.number if state.slot and section is Section.SLOT else None
    return tuple(
        phase.name
        for phase in state.script.section(section)
        if phase.required and not _is_settled(state, phase, slot, at=at)
    )


def _is_settled(state: State, phase: Phase, slot: int | None, *, at: datetime) -> bool:
    if (slot, phase.name) in state.course.visited:
        return True
    if any(
        (each.slot, each.phase) == (slot, phase.name) for each in state.course.skipped
    ):
        return True
    now = state.phase
    is_now = now is not None and (now.slot, now.name) == (slot, phase.name)
    return is_now and has_happened(state, at=at)


def has_happened(state: State, *, at: datetime) -> bool:
    """Whether the present phase took place: somebody was noted, or it took time."""
    now = state.phase
    if now is None:
        return False
    return (now.slot, now.name) in state.heard or now.elapsed(at) >= LONG_ENOUGH


def review_after(state: State, now: PhaseNow) -> int | None:
    """The review still to come in this slot; a stopped one goes nowhere else."""
    coming = (
        index
        for index, phase in enumerate(state.script.slot)
        if phase.is_review and index > now.index
    )
    return max(coming, default=None)


def close_after(state: State) -> int | None:
    """Where the closing begins, if nobody is to present any more."""
    if next_presenter(state) is not None:
        return None
    return _first_taking_place(state, Section.CLOSING, 0)
