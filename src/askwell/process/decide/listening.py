"""Decides on what the set allows, and on what is counted of what is said (INV-20)."""

from askwell.process.choices import HeardAs
from askwell.process.commands import (
    Allow,
    CloseCaptions,
    Hear,
    HushCoach,
    OpenCaptions,
    ShowTally,
    Tally,
    UndoTally,
)
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import (
    noted_by,
    person_of,
    require_slot,
    require_voice,
    speaker_of,
)
from askwell.process.decide.registry import on
from askwell.process.events import (
    CaptionAddressClosed,
    CaptionAddressMade,
    CoachHushed,
    TallyShown,
    TallyUndone,
    TurnHeard,
    TurnTallied,
    UseAllowed,
    UseAsked,
    UseEnded,
)
from askwell.process.formats.shape import Role
from askwell.process.listening import IN_STEPS_OF, Turn
from askwell.process.people import ASKWELL, PersonId
from askwell.process.records import PhaseNow
from askwell.process.refusals import Reason, Refused
from askwell.process.state import State
from askwell.process.uses import CAPTIONS, countable


@on(Allow)
def allow(draft: Draft, command: Allow) -> None:
    if command.use not in {use.name for use in draft.state.uses}:
        raise refuse(Reason.NO_SUCH_THING)
    if command.allows:
        _say_yes(draft, command)
    else:
        _say_no(draft, command)


def _say_yes(draft: Draft, command: Allow) -> None:
    person = person_of(draft.state, command)
    permission = draft.state.permissions.get(command.use)
    if permission is None:
        _require_quiet(draft.state, command.use)
        said: type[UseAsked | UseAllowed] = UseAsked
    elif person in permission.yes:
        return
    else:
        said = UseAllowed
    draft.add(
        said(**draft.stamp, person=person, noted_by=noted_by(command), use=command.use)
    )


def _require_quiet(state: State, use: str) -> None:
    """Nobody is asked again in the phase in which somebody would rather not."""
    if state.refused_uses.get(use) == state.phase_number:
        raise refuse(Reason.USE_REFUSED)


def _say_no(draft: Draft, command: Allow) -> None:
    """At any moment, by anybody here; the log does not say by whom."""
    speaker_of(draft.state, command)
    if command.use in draft.state.permissions:
        draft.add(UseEnded(**draft.stamp, person=ASKWELL, use=command.use))


def _require_captions(state: State) -> None:
    if not state.allows(CAPTIONS.name):
        raise refuse(Reason.USE_NOT_ALLOWED)


@on(OpenCaptions)
def open_captions(draft: Draft, command: OpenCaptions) -> None:
    require_voice(draft.state, command.by)
    _require_captions(draft.state)
    draft.add(CaptionAddressMade(**draft.stamp, person=command.by))


@on(CloseCaptions)
def close_captions(draft: Draft, command: CloseCaptions) -> None:
    address = draft.state.caption_address
    if address is None:
        return
    if command.by != address.made_by and not draft.state.facilitates(command.by):
        people = (address.made_by,)
        raise Refusal(Refused(reason=Reason.ONLY_FACILITATOR, people=people))
    draft.add(CaptionAddressClosed(**draft.stamp, person=command.by))


@on(Hear)
def hear(draft: Draft, command: Hear) -> None:
    """Only while the set works on a topic; nothing is kept of anything else."""
    require_voice(draft.state, command.by)
    _require_captions(draft.state)
    now = _at_work(draft.state)
    if now is None or now.slot is None:
        return
    for turn in command.turns:
        _hear_one(draft, turn, now, slot=now.slot)


def _at_work(state: State) -> PhaseNow | None:
    """The phase, unless there is a break, silence, or the set looks at itself."""
    now, phase = state.phase, state.phase_in_script
    if now is None or phase is None or now.paused_at:
        return None
    return None if phase.quiet or phase.is_review else now


def _hear_one(draft: Draft, turn: Turn, now: PhaseNow, *, slot: int) -> None:
    state = draft.state
    person = turn.person if turn.person and state.is_here(turn.person) else None
    if person is not None and not _counts(state, person):
        return
    heard_as = turn.heard_as
    if heard_as.steers and not state.script.action_learning:
        heard_as = HeardAs.OTHER
    draft.add(
        TurnHeard(
            **draft.stamp,
            person=person or ASKWELL,
            heard_as=heard_as.value if person else None,
            unnamed=None if person else heard_as,
            phase=now.name,
            slot=slot,
        )
    )


def _counts(state: State, person: PersonId) -> bool:
    """Neither the presenter nor whoever keeps to the process is ever read."""
    return Role.MEMBER in state.roles(person)


@on(HushCoach)
def hush_coach(draft: Draft, command: HushCoach) -> None:
    if command.by not in draft.state.hushed:
        draft.add(CoachHushed(**draft.stamp, person=command.by))


@on(Tally)
def tally(draft: Draft, command: Tally) -> None:
    slot = require_slot(draft.state)
    _require_facilitating(draft.state, command.by)
    learning = draft.state.script.action_learning
    offered = countable(action_learning=learning)
    if command.heard_as not in {each.heard_as for each in offered}:
        raise refuse(Reason.NO_SUCH_THING)
    draft.add(
        TurnTallied(
            **draft.stamp,
            person=command.by,
            heard_as=command.heard_as,
            phase=draft.state.phase.name if draft.state.phase else "",
            slot=slot.number,
        )
    )


def _require_facilitating(state: State, person: PersonId) -> None:
    if not state.facilitates(person) or person == state.presenter:
        people = (state.facilitator,) if state.facilitator else ()
        raise Refusal(Refused(reason=Reason.ONLY_FACILITATOR, people=people))


@on(UndoTally)
def undo_tally(draft: Draft, command: UndoTally) -> None:
    slot = require_slot(draft.state)
    _require_facilitating(draft.state, command.by)
    counted = draft.state.tallied_in(slot.number)
    if counted:
        last = counted[-1].number
        draft.add(TallyUndone(**draft.stamp, person=command.by, tally=last))


@on(ShowTally)
def show_tally(draft: Draft, command: ShowTally) -> None:
    _require_facilitating(draft.state, command.by)
    if len(draft.state.tallied_in(command.slot)) < IN_STEPS_OF:
        raise Refusal(Refused(reason=Reason.TOO_FEW_TURNS, limit=IN_STEPS_OF))
    if (command.slot in draft.state.tallies_shown) == command.shows:
        return
    draft.add(
        TallyShown(
            **draft.stamp, person=command.by, slot=command.slot, shows=command.shows
        )
    )
