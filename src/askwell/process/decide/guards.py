"""What must hold before something may happen; each raises a refusal if it does not."""

from askwell.process.choices import Stage
from askwell.process.commands import Spoken
from askwell.process.decide.draft import Refusal, refuse
from askwell.process.formats.shape import Phase, Role
from askwell.process.kinds import INTERVENTION, Kind
from askwell.process.people import PersonId
from askwell.process.records import Contribution, PhaseNow, Slot
from askwell.process.refusals import Reason, Refused
from askwell.process.state import State

LONGEST_WORDS = 4000
_SPEAKING = (Role.MEMBER, Role.PRESENTER)


def steers(state: State, person: PersonId) -> bool:
    """Whether this person may move the meeting on.

    Where nobody facilitates, or the format wants nobody to, every member may.
    Whoever presents never steers their own slot.
    """
    if not state.is_here(person):
        return False
    shared = not state.format.has_facilitator or state.facilitator is None
    if shared and person in state.members:
        return True
    return state.facilitates(person) and person != state.presenter


def require_steering(state: State, person: PersonId) -> None:
    if steers(state, person):
        return
    facilitators = (state.facilitator,) if state.facilitator else ()
    raise Refusal(Refused(reason=Reason.ONLY_FACILITATOR, people=facilitators))


def require_running(state: State) -> PhaseNow:
    """The present phase of an open meeting."""
    if state.stage is not Stage.RUNNING or state.phase is None:
        raise refuse(Reason.NOT_OPEN)
    return state.phase


def require_slot(state: State) -> Slot:
    require_running(state)
    if state.slot is None:
        raise refuse(Reason.NO_SLOT)
    return state.slot


def require_presenter(state: State, person: PersonId) -> Slot:
    """The running slot, if it is this person's."""
    slot = require_slot(state)
    if slot.presenter != person:
        raise Refusal(Refused(reason=Reason.ONLY_PRESENTER, people=(slot.presenter,)))
    return slot


def require_here(state: State, person: PersonId) -> None:
    if not state.is_here(person):
        raise Refusal(Refused(reason=Reason.NOT_HERE, people=(person,)))


def require_member(state: State, person: PersonId) -> None:
    """For what belongs to those who work in the set."""
    require_here(state, person)
    if person not in state.members:
        raise Refusal(Refused(reason=Reason.ONLY_MEMBERS, people=(person,)))


def require_voice(state: State, person: PersonId) -> None:
    """For everybody who has a say in the meeting; observers have none."""
    require_here(state, person)
    if state.only_watches(person):
        raise Refusal(Refused(reason=Reason.ONLY_MEMBERS, people=(person,)))


def speaker_of(state: State, command: Spoken) -> PersonId:
    """Whose deed it is; for others only the facilitator notes, without a device."""
    speaker = command.speaker or command.by
    require_here(state, speaker)
    if speaker != command.by and not _notes_for(state, command.by, speaker):
        raise Refusal(Refused(reason=Reason.NOT_FOR_ANOTHER, people=(speaker,)))
    return speaker


def _notes_for(state: State, by: PersonId, speaker: PersonId) -> bool:
    if not state.people[speaker].without_device:
        return False
    return state.facilitates(by) or steers(state, by)


def person_of(state: State, command: Spoken) -> PersonId:
    """Whose own word it is: an agreement, a consent, an action, a learning, a star.

    Noted for nobody who has ever come in by themselves, and so could give it.
    """
    person = speaker_of(state, command)
    if person != command.by and state.people[person].came_themselves:
        raise Refusal(Refused(reason=Reason.NOT_FOR_ANOTHER, people=(person,)))
    return person


def noted_by(command: Spoken) -> PersonId | None:
    return command.by if command.speaker not in (None, command.by) else None


def words_of(text: str | None) -> str | None:
    """What was written, trimmed; nothing at all is `None`."""
    trimmed = (text or "").strip()
    if len(trimmed) > LONGEST_WORDS:
        raise Refusal(Refused(reason=Reason.WORDS_TOO_LONG, limit=LONGEST_WORDS))
    return trimmed or None


def require_words(text: str | None) -> str:
    words = words_of(text)
    if words is None:
        raise refuse(Reason.WORDS_MISSING)
    return words


def require_range(value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise Refusal(Refused(reason=Reason.OUT_OF_RANGE, limit=most))


def require_contribution(state: State, number: int) -> Contribution:
    contribution = state.contributions.get(number)
    if contribution is None or contribution.taken_back:
        raise refuse(Reason.NO_SUCH_THING)
    return contribution


def welcomes(state: State, person: PersonId, kind: Kind) -> bool:
    """INV-5: whether the format's table allows it from this person now."""
    phase = state.phase_in_script
    if phase is None or state.only_watches(person):
        return False
    if _is_stopped(state, phase) and kind is not INTERVENTION:
        return False
    return any(phase.welcomes(role, kind) for role in state.roles(person))


def _is_stopped(state: State, phase: Phase) -> bool:
    """Whether work on the topic has been stopped, and there is nothing to review."""
    stopped = state.slot is not None and state.slot.stopped is not None
    return stopped and not phase.is_review


def require_welcome(state: State, person: PersonId, kind: Kind) -> None:
    if not welcomes(state, person, kind):
        raise Refusal(unwelcome(state, person, kind))


def unwelcome(state: State, person: PersonId, kind: Kind) -> Refused:
    """Why this kind is not for this person now, and when it is."""
    phase = state.phase_in_script
    if phase is not None and _is_stopped(state, phase):
        return Refused(reason=Reason.SLOT_STOPPED, kind=kind.name, phase=phase.name)
    reason = _why_unwelcome(state, person, kind)
    presenter = state.presenter if reason is Reason.ONLY_PRESENTER else None
    return Refused(
        reason=reason,
        people=(presenter,) if presenter else (),
        kind=kind.name,
        kinds=welcome_kinds(state, person),
        phase=phase.name if phase else None,
        phases=_phases_that_welcome(state, kind)
        if reason is Reason.KIND_NOT_NOW
        else (),
    )


def _why_unwelcome(state: State, person: PersonId, kind: Kind) -> Reason:
    phase = state.phase_in_script
    if state.only_watches(person):
        return Reason.ONLY_MEMBERS
    keeps_out = state.roles(person) == (Role.FACILITATOR,)
    if phase and keeps_out and phase.welcomes(Role.MEMBER, kind):
        return Reason.FACILITATOR_KEEPS_OUT
    if phase and state.presenter and phase.welcomes(Role.PRESENTER, kind):
        return Reason.ONLY_PRESENTER
    later = _phases_that_welcome(state, kind)
    return Reason.KIND_NOT_NOW if later else Reason.KIND_NEVER


def _phases_that_welcome(state: State, kind: Kind) -> tuple[str, ...]:
    return tuple(
        phase.name
        for phase in state.script.phases
        if any(phase.welcomes(role, kind) for role in _SPEAKING)
    )


def welcome_kinds(state: State, person: PersonId) -> tuple[str, ...]:
    """Names of the kinds put before this person now, the likeliest first."""
    phase = state.phase_in_script
    if phase is None or state.only_watches(person) or _is_stopped(state, phase):
        return ()
    offered = (
        kind.name for role in state.roles(person) for kind in phase.offered(role)
    )
    return tuple(dict.fromkeys(offered))
