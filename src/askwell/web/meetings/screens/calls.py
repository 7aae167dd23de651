"""What waits for a word from the viewer beside the work itself."""

from dataclasses import dataclass

from askwell.process.formats.shape import Capture
from askwell.process.people import PersonId
from askwell.process.records import HelpSignal, Pulse
from askwell.web.meetings.screens import course, said
from askwell.web.meetings.screens.sight import Sight


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody at the door, and what the viewer can do about it."""

    person: PersonId
    name: str
    to_consent: bool
    waits_for: str
    to_admit: bool
    to_turn_away: bool


def newcomers(see: Sight) -> list[Newcomer]:
    if see.shared or not see.belongs:
        return []
    return [_newcomer(see, person) for person in see.state.joining]


def _newcomer(see: Sight, person: PersonId) -> Newcomer:
    joining = see.state.joining[person]
    missing = [p for p in _asked(see) if p not in joining.consents]
    return Newcomer(
        person=person,
        name=see.name(person),
        to_consent=see.here and see.works and see.me in missing,
        waits_for=", ".join(see.short(p) for p in missing) if see.facilitates else "",
        to_admit=see.facilitates and not missing,
        to_turn_away=see.facilitates,
    )


def _asked(see: Sight) -> list[PersonId]:
    """Whoever facilitates says yes by letting them in."""
    mine = {see.me} if see.facilitates else set()
    return [p for p in see.state.members_here if p not in mine]


def to_agree(see: Sight) -> bool:
    """Whether the viewer has yet to agree how the set works."""
    waits = see.here and not see.closed
    return bool(waits and see.participant and not see.participant.agreed)


def agreement_waits_for(see: Sight) -> list[str]:
    """Whose yes is missing; for whoever facilitates."""
    if not see.facilitates or see.closed:
        return []
    return [see.short(p) for p in see.state.contract_waits_for if p != see.me]


def handed_over_to(see: Sight) -> str:
    """Who facilitates in the viewer's stead; nobody if that cannot be taken back."""
    mine = see.here and see.state.handed_over_by == see.me
    if not mine or see.presents or see.closed:
        return ""
    return see.short(see.state.facilitator)


@dataclass(frozen=True, slots=True)
class Extension:
    minutes: int
    name: str
    to_settle: bool
    cost: str


def extension(see: Sight) -> Extension | None:
    """More time that one of presenter and facilitator wants, and the other may give."""
    proposed = see.state.proposed_extension
    if proposed is None or proposed.phase != see.phase_number:
        return None
    by_presenter = proposed.person == see.state.presenter
    mine_to_settle = see.facilitates if by_presenter else see.presents
    return Extension(
        minutes=proposed.minutes,
        name=see.short(proposed.person),
        to_settle=mine_to_settle,
        cost=course.cost(see, minutes=proposed.minutes),
    )


def signals(see: Sight) -> list[HelpSignal]:
    """Discreet signals: whoever facilitates sees those that wait for them."""
    if not see.facilitates:
        return []
    return [s for s in see.state.signals.values() if not s.acknowledged]


def my_signal(see: Sight) -> HelpSignal | None:
    mine = [s for s in see.state.signals.values() if s.person == see.me]
    return mine[-1] if mine and see.me else None


def pulse(see: Sight) -> Pulse | None:
    """The pulse that is being asked, or whose result stands last."""
    return see.state.pulses[max(see.state.pulses)] if see.state.pulses else None


@dataclass(frozen=True, slots=True)
class Statements:
    """How far the writing of hidden statements has come."""

    written: int
    expected: int
    to_read: bool
    to_check: bool
    agreed: bool | None


def statements(see: Sight) -> Statements | None:
    """In the phase in which everybody writes one; nothing elsewhere."""
    if see.phase is None or not see.phase.hidden_until_read:
        return None
    hidden = said.written(see)
    read = not hidden and any(
        each.phase == see.phase.name and not each.hidden
        for each in see.state.contributions_in(see.now.slot if see.now else None)
    )
    return Statements(
        written=hidden,
        expected=len(see.state.members_here),
        to_read=see.facilitates and bool(hidden),
        to_check=see.facilitates and read and Capture.AGREEMENT in see.phase.captures,
        agreed=see.state.topic.agreed if see.state.topic else None,
    )
