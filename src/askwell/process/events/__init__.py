"""What has happened in a meeting; the log holds these and nothing else."""

from collections.abc import Iterator

from askwell.process.codec import Stored, data_fields, from_json, to_json, word_fields
from askwell.process.events.base import Event, SpokenEvent, StepEvent
from askwell.process.events.course import (
    Extended,
    ExtensionProposed,
    Paused,
    PhaseBegan,
    PhaseSkipped,
    Resumed,
    SlotBegan,
    SlotEnded,
    SlotStopped,
)
from askwell.process.events.helping import GuideSwitched, MomentMet
from askwell.process.events.listening import (
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
from askwell.process.events.meeting import (
    ActionCarriedForward,
    ActionCarriedIn,
    Admitted,
    Arrived,
    BidPlaced,
    BidWithdrawn,
    CheckedIn,
    ConsentGiven,
    ContractAgreed,
    Convened,
    ImprovementCarriedIn,
    JoinAsked,
    JoinDeclined,
    Left,
    MeetingClosed,
    MeetingOpened,
    MeetingReopened,
    OrderChosen,
    Rebriefed,
    Removed,
    ReportedBack,
    SlotDeclined,
    StepUndone,
)
from askwell.process.events.outcomes import (
    ActionChanged,
    ActionDropped,
    ActionNoted,
    LearningRecorded,
    LearningTakenBack,
    NextMeetingAgreed,
    NoteWritten,
    PulseAnswered,
    PulseClosed,
    PulseOpened,
    ReviewGiven,
)
from askwell.process.events.roles import (
    AgreementChecked,
    CoFacilitatorNamed,
    FacilitatorAppointed,
    FacilitatorNominated,
    HelpAcknowledged,
    HelpSignalled,
    PartGiven,
    RoleHandedOver,
    RoleSwitched,
    RoleTakenBack,
    StatementsRead,
)
from askwell.process.events.slot import (
    Contributed,
    ContributionTakenBack,
    HandLowered,
    HandRaised,
    Kept,
    OutcomeMarked,
    Passed,
    PutInPlace,
    Starred,
    TopicStated,
    TurnGiven,
)


def dump(event: Event) -> Stored:
    """What the log stores of an event; its words are kept apart."""
    words = {name: getattr(event, name) for name in word_fields(type(event))}
    return Stored(
        kind=type(event).__name__,
        person=event.person,
        at=event.at,
        token=event.token,
        data={
            name: to_json(getattr(event, name)) for name, _ in data_fields(type(event))
        },
        words={name: said for name, said in words.items() if said is not None},
    )


def load(stored: Stored, *, number: int) -> Event:
    """The event an entry holds; words that were forgotten come back as `None`."""
    kind = _BY_NAME[stored.kind]
    data = {
        name: from_json(hint, stored.data[name])
        for name, hint in data_fields(kind)
        if name in stored.data
    }
    words = {name: stored.words.get(name) for name in word_fields(kind)}
    return kind(
        number=number,
        at=stored.at,
        person=stored.person,
        token=stored.token,
        **data,
        **words,
    )


def _kinds(of: type[Event]) -> Iterator[type[Event]]:
    for kind in of.__subclasses__():
        yield kind
        yield from _kinds(kind)


EVENTS: tuple[type[Event], ...] = tuple(
    kind for kind in _kinds(Event) if kind not in (SpokenEvent, StepEvent)
)
_BY_NAME = {kind.__name__: kind for kind in EVENTS}


__all__ = [
    "EVENTS",
    "ActionCarriedForward",
    "ActionCarriedIn",
    "ActionChanged",
    "ActionDropped",
    "ActionNoted",
    "Admitted",
    "AgreementChecked",
    "Arrived",
    "BidPlaced",
    "BidWithdrawn",
    "CaptionAddressClosed",
    "CaptionAddressMade",
    "CheckedIn",
    "CoFacilitatorNamed",
    "CoachHushed",
    "ConsentGiven",
    "ContractAgreed",
    "Contributed",
    "ContributionTakenBack",
    "Convened",
    "Event",
    "Extended",
    "ExtensionProposed",
    "FacilitatorAppointed",
    "FacilitatorNominated",
    "GuideSwitched",
    "HandLowered",
    "HandRaised",
    "HelpAcknowledged",
    "HelpSignalled",
    "ImprovementCarriedIn",
    "JoinAsked",
    "JoinDeclined",
    "Kept",
    "LearningRecorded",
    "LearningTakenBack",
    "Left",
    "MeetingClosed",
    "MeetingOpened",
    "MeetingReopened",
    "MomentMet",
    "NextMeetingAgreed",
    "NoteWritten",
    "OrderChosen",
    "OutcomeMarked",
    "PartGiven",
    "Passed",
    "Paused",
    "PhaseBegan",
    "PhaseSkipped",
    "PulseAnswered",
    "PulseClosed",
    "PulseOpened",
    "PutInPlace",
    "Rebriefed",
    "Removed",
    "ReportedBack",
    "Resumed",
    "ReviewGiven",
    "RoleHandedOver",
    "RoleSwitched",
    "RoleTakenBack",
    "SlotBegan",
    "SlotDeclined",
    "SlotEnded",
    "SlotStopped",
    "SpokenEvent",
    "Starred",
    "StatementsRead",
    "StepEvent",
    "StepUndone",
    "Stored",
    "TallyShown",
    "TallyUndone",
    "TopicStated",
    "TurnGiven",
    "TurnHeard",
    "TurnTallied",
    "UseAllowed",
    "UseAsked",
    "UseEnded",
    "dump",
    "load",
]
