"""What changes about sets: beginning one, its people, its contract."""

from askwell.web.programmes.operations.contract import agree, reword
from askwell.web.programmes.operations.in_meeting import (
    agree_aloud,
    consent_aloud,
    let_in,
    show_out,
)
from askwell.web.programmes.operations.inviting import (
    invite,
    invite_those_written_down,
    open_link,
    remind,
    strike_out,
    withdraw,
    write_down,
)
from askwell.web.programmes.operations.joining import admit, ask_to_join, decline
from askwell.web.programmes.operations.ledger import enter
from askwell.web.programmes.operations.sets import (
    appoint,
    begin_set,
    change_set,
    leave,
    remove,
    take_leave_of_guests,
)

__all__ = [
    "admit",
    "agree",
    "agree_aloud",
    "appoint",
    "ask_to_join",
    "begin_set",
    "change_set",
    "consent_aloud",
    "decline",
    "enter",
    "invite",
    "invite_those_written_down",
    "leave",
    "let_in",
    "open_link",
    "remind",
    "remove",
    "reword",
    "show_out",
    "strike_out",
    "take_leave_of_guests",
    "withdraw",
    "write_down",
]
