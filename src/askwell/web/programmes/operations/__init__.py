"""What changes about sets: beginning one, its people, its contract."""

from askwell.web.programmes.operations.contract import agree, reword
from askwell.web.programmes.operations.in_meeting import (
    agree_aloud,
    consent_aloud,
    let_in,
    show_out,
)
from askwell.web.programmes.operations.joining import (
    admit,
    ask_to_join,
    decline,
    invite,
    open_link,
    withdraw,
)
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
    "leave",
    "let_in",
    "open_link",
    "remove",
    "reword",
    "show_out",
    "take_leave_of_guests",
    "withdraw",
]
