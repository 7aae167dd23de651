"""What changes about sets: beginning one, its people, its contract."""

from askwell.web.programmes.operations.contract import agree, reword
from askwell.web.programmes.operations.joining import (
    admit,
    ask_to_join,
    decline,
    invite,
    open_link,
    withdraw,
)
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
    "appoint",
    "ask_to_join",
    "begin_set",
    "change_set",
    "decline",
    "invite",
    "leave",
    "open_link",
    "remove",
    "reword",
    "take_leave_of_guests",
    "withdraw",
]
