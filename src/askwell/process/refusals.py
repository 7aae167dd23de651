"""Why the process says no, with enough detail to say what to do instead."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from askwell.process.people import PersonId


class Reason(StrEnum):
    """Every reason for which a command can be refused."""

    # The meeting as a whole
    NOT_CONVENED = "not_convened"
    ALREADY_CONVENED = "already_convened"
    NOT_OPEN = "not_open"
    ALREADY_OPEN = "already_open"
    CLOSED = "closed"
    NOT_CLOSED = "not_closed"
    GRACE_OVER = "grace_over"

    # Who may
    NOT_HERE = "not_here"
    NOT_ADMITTED = "not_admitted"
    ALREADY_BELONGS = "already_belongs"
    NOT_WAITING = "not_waiting"
    CONSENT_MISSING = "consent_missing"
    ONLY_MEMBERS = "only_members"
    ONLY_GUESTS_ARE_REMOVED = "only_guests_are_removed"
    ONLY_FACILITATOR = "only_facilitator"
    ONLY_PRESENTER = "only_presenter"
    ONLY_OWNER = "only_owner"
    ONLY_AUTHOR = "only_author"
    NOT_FOR_ANOTHER = "not_for_another"
    USE_NOT_ALLOWED = "use_not_allowed"
    FACILITATOR_IS_HERE = "facilitator_is_here"
    ROLE_NOT_YOURS = "role_not_yours"
    FACILITATOR_KEEPS_OUT = "facilitator_keeps_out"
    FACILITATOR_PRESENTS = "facilitator_presents"
    PRESENTER_CANNOT_FACILITATE = "presenter_cannot_facilitate"

    # When
    STALE_PHASE = "stale_phase"
    NO_SUCH_PHASE = "no_such_phase"
    KIND_NOT_NOW = "kind_not_now"
    KIND_NEVER = "kind_never"
    ALREADY_PAUSED = "already_paused"
    NOT_PAUSED = "not_paused"
    NOTHING_TO_UNDO = "nothing_to_undo"
    PULSE_CLOSED = "pulse_closed"
    PULSE_OPEN = "pulse_open"
    ALREADY_READ_ALOUD = "already_read_aloud"
    USE_REFUSED = "use_refused"

    # Slots
    STALE_CONTRACT = "stale_contract"
    CONTRACT_NOT_AGREED = "contract_not_agreed"
    NO_SLOT = "no_slot"
    SLOT_RUNNING = "slot_running"
    SLOT_STOPPED = "slot_stopped"
    SLOT_NOT_COMPLETE = "slot_not_complete"
    NO_PRESENTER = "no_presenter"
    OTHERS_FIRST = "others_first"
    ORDER_NEEDS_REASON = "order_needs_reason"
    REASON_MISSING = "reason_missing"

    # What is spoken of
    NO_SUCH_THING = "no_such_thing"
    NO_SUCH_TOPIC = "no_such_topic"
    WORDS_MISSING = "words_missing"
    SPOKEN_ONLY = "spoken_only"
    WORDS_TOO_LONG = "words_too_long"
    OUT_OF_RANGE = "out_of_range"
    ALREADY_DONE = "already_done"
    TOO_FEW_TURNS = "too_few_turns"


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A command the process did not accept; nothing has changed.

    Only the details that help with this reason are filled.
    """

    reason: Reason
    people: tuple[PersonId, ...] = ()
    """Whom it is about or whom we wait for."""
    kind: str | None = None
    """The kind of contribution that was refused."""
    kinds: tuple[str, ...] = ()
    """Kinds that are welcome from this person now."""
    phase: str | None = None
    """The phase the meeting is in now."""
    phases: tuple[str, ...] = ()
    """Phases that must happen first, or in which the kind is welcome."""
    expected_phase: int | None = None
    """The number of the phase the meeting is in now."""
    limit: int | None = None
    until: datetime | None = None
