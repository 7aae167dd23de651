"""Decides on the steps of the meeting: the facilitator's, and extensions."""

from askwell.process.commands import (
    BeginSlot,
    EnterClosing,
    Extend,
    NextPhase,
    Pause,
    PreviousPhase,
    Resume,
    SkipPhase,
    Undo,
)
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import (
    require_range,
    require_running,
    require_steering,
    require_words,
    steers,
    words_of,
)
from askwell.process.decide.registry import on
from askwell.process.decide.walk import (
    begin_phase,
    begin_slot,
    first_phase,
    go_on,
    has_happened,
    index_before,
    leave_slot,
    missing_phases,
    next_presenter,
    require_presentable,
    skip,
)
from askwell.process.events import (
    Extended,
    ExtensionProposed,
    Paused,
    Resumed,
    StepUndone,
)
from askwell.process.formats.shape import Section
from askwell.process.people import PersonId
from askwell.process.records import Course, PhaseNow
from askwell.process.refusals import Reason, Refused
from askwell.process.rotation import others_first, propose
from askwell.process.state import State
from askwell.process.timing import cost_of

LONGEST_MINUTES = 60


@on(NextPhase)
def next_phase(draft: Draft, command: NextPhase) -> None:
    now = require_running(draft.state)
    require_steering(draft.state, command.by)
    _require_happened(draft, now)
    go_on(draft, now, by=command.by, step=draft.next_number)


def _require_happened(draft: Draft, now: PhaseNow) -> None:
    """INV-15: reflection and review happen, or are skipped with a reason."""
    phase = draft.state.phase_in_script
    if phase is None or not phase.required:
        return
    if not has_happened(draft.state, at=draft.at):
        raise Refusal(Refused(reason=Reason.SLOT_NOT_COMPLETE, phases=(now.name,)))


@on(PreviousPhase)
def previous_phase(draft: Draft, command: PreviousPhase) -> None:
    now = require_running(draft.state)
    require_steering(draft.state, command.by)
    if draft.state.slot and draft.state.slot.stopped:
        raise refuse(Reason.SLOT_STOPPED)
    index = index_before(draft.state, now)
    if index is None:
        raise Refusal(Refused(reason=Reason.NO_SUCH_PHASE, phase=now.name))
    step = draft.next_number
    begin_phase(draft, now.section, index, by=command.by, step=step)


@on(SkipPhase)
def skip_phase(draft: Draft, command: SkipPhase) -> None:
    now = require_running(draft.state)
    require_steering(draft.state, command.by)
    if words_of(command.reason) is None:
        raise Refusal(Refused(reason=Reason.REASON_MISSING, phase=now.name))
    step = draft.next_number
    skip(
        draft,
        now.name,
        slot=now.slot,
        by=command.by,
        step=step,
        reason=require_words(command.reason),
    )
    go_on(draft, now, by=command.by, step=step)


@on(BeginSlot)
def begin_slot_of(draft: Draft, command: BeginSlot) -> None:
    """INV-1, INV-7: one at a time, in turn, or the set hears the reason."""
    require_running(draft.state)
    require_steering(draft.state, command.by)
    reason = words_of(command.reason)
    _require_no_other(draft)
    require_presentable(draft.state, command.presenter)
    _require_turn(draft.state, command.presenter, reason=reason)
    step = draft.next_number
    leave_slot(draft, by=command.by, step=step, reason=None)
    begin_slot(draft, command.presenter, by=command.by, step=step, reason=reason)


def _require_no_other(draft: Draft) -> None:
    """A slot makes room for the next one once it is complete."""
    slot = draft.state.slot
    missing = missing_phases(draft.state, Section.SLOT, at=draft.at)
    if slot and missing:
        raise Refusal(
            Refused(
                reason=Reason.SLOT_RUNNING, people=(slot.presenter,), phases=missing
            )
        )


def _require_turn(state: State, presenter: PersonId, *, reason: str | None) -> None:
    if reason is not None:
        return
    others = others_first(state, presenter)
    if others:
        raise Refusal(Refused(reason=Reason.OTHERS_FIRST, people=others))
    expected = next_presenter(state) if state.order else _first_proposed(state)
    if presenter != expected:
        people = (expected,) if expected else ()
        raise Refusal(Refused(reason=Reason.ORDER_NEEDS_REASON, people=people))


def _first_proposed(state: State) -> PersonId | None:
    proposal = propose(state)
    return proposal[0].person if proposal else None


@on(EnterClosing)
def enter_closing(draft: Draft, command: EnterClosing) -> None:
    now = require_running(draft.state)
    require_steering(draft.state, command.by)
    if now.section is Section.CLOSING:
        raise Refusal(Refused(reason=Reason.NO_SUCH_PHASE, phase=now.name))
    index = first_phase(draft.state, Section.CLOSING)
    step = draft.next_number
    leave_slot(draft, by=command.by, step=step, reason=words_of(command.reason))
    begin_phase(draft, Section.CLOSING, index, by=command.by, step=step)


@on(Pause)
def pause(draft: Draft, command: Pause) -> None:
    now = require_running(draft.state)
    if command.by != draft.state.presenter:
        require_steering(draft.state, command.by)
    if command.minutes is not None:
        require_range(command.minutes, 1, LONGEST_MINUTES)
    if now.paused_at:
        raise refuse(Reason.ALREADY_PAUSED)
    draft.add(
        Paused(
            **draft.stamp,
            person=command.by,
            step=draft.next_number,
            minutes=command.minutes,
        )
    )


@on(Resume)
def resume(draft: Draft, command: Resume) -> None:
    now = require_running(draft.state)
    if command.by != draft.state.presenter:
        require_steering(draft.state, command.by)
    if not now.paused_at:
        raise refuse(Reason.NOT_PAUSED)
    draft.add(Resumed(**draft.stamp, person=command.by, step=draft.next_number))


@on(Extend)
def extend(draft: Draft, command: Extend) -> None:
    """INV-23: presenter and facilitator both want it, and see what it costs."""
    require_running(draft.state)
    if command.by != draft.state.presenter:
        require_steering(draft.state, command.by)
    require_range(command.minutes, 1, LONGEST_MINUTES)
    if _needs_another(draft.state, command):
        draft.add(
            ExtensionProposed(**draft.stamp, person=command.by, minutes=command.minutes)
        )
    else:
        _extend(draft, command)


def _needs_another(state: State, command: Extend) -> bool:
    if state.presenter is None or not _both_can_say(state, state.presenter):
        return False
    proposed = state.proposed_extension
    if proposed is None or proposed.minutes != command.minutes:
        return True
    by_presenter = proposed.person == state.presenter
    return by_presenter == (command.by == state.presenter)


def _both_can_say(state: State, presenter: PersonId) -> bool:
    participant = state.people[presenter]
    reachable = participant.here and not participant.without_device
    return reachable and any(
        steers(state, person) for person in state.here if person != presenter
    )


def _extend(draft: Draft, command: Extend) -> None:
    cost = cost_of(draft.state, minutes=command.minutes, at=draft.at)
    draft.add(
        Extended(
            **draft.stamp,
            person=command.by,
            step=draft.next_number,
            minutes=command.minutes,
            over=cost.over if cost else 0,
            each=cost.each if cost else 0,
            dropped=cost.dropped if cost else 0,
        )
    )


@on(Undo)
def undo(draft: Draft, command: Undo) -> None:
    state = draft.state
    require_steering(state, command.by)
    step = state.last_step
    if step is None:
        raise refuse(Reason.NOTHING_TO_UNDO)
    _require_other_presenter(state, step.before)
    draft.add(StepUndone(**draft.stamp, person=command.by, step=step.number))


def _require_other_presenter(state: State, before: Course) -> None:
    """The role may have gone, meanwhile, to whoever would present again."""
    last = before.slots[-1] if before.slots else None
    if last is None or not last.running or not state.format.has_facilitator:
        return
    if last.presenter == state.facilitator:
        people = (last.presenter,)
        raise Refusal(Refused(reason=Reason.PRESENTER_CANNOT_FACILITATE, people=people))
