"""What changes about sets: beginning one, its people, its contract."""

from askwell.web.programmes.operations.attendance import (
    below,
    lower_attendance,
    note_attendance_taken,
)
from askwell.web.programmes.operations.composed import (
    ask_no_more,
    begin_set_for,
    place,
    take_back,
)
from askwell.web.programmes.operations.contract import agree, agree_anew, reword
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
    turn_down,
    withdraw,
    write_down,
)
from askwell.web.programmes.operations.joining import admit, ask_to_join, decline
from askwell.web.programmes.operations.ledger import enter
from askwell.web.programmes.operations.parts import (
    appoint,
    choose_host,
    follow_rota,
    keep_who_facilitated,
    name_next,
    offer,
    step_back,
    turn_dial,
)
from askwell.web.programmes.operations.sets import (
    begin_set,
    change_set,
    leave,
    remove,
    step_outside,
    take_leave_of_guests,
    take_out,
    withdraw_consent,
)
from askwell.web.programmes.operations.voting import (
    answer_vote,
    ask_by_itself,
    close_overdue,
    open_vote,
    withdraw_vote,
)

__all__ = [
    "admit",
    "agree",
    "agree_aloud",
    "agree_anew",
    "answer_vote",
    "appoint",
    "ask_by_itself",
    "ask_no_more",
    "ask_to_join",
    "begin_set",
    "begin_set_for",
    "below",
    "change_set",
    "choose_host",
    "close_overdue",
    "consent_aloud",
    "decline",
    "enter",
    "follow_rota",
    "invite",
    "invite_those_written_down",
    "keep_who_facilitated",
    "leave",
    "let_in",
    "lower_attendance",
    "name_next",
    "note_attendance_taken",
    "offer",
    "open_link",
    "open_vote",
    "place",
    "remind",
    "remove",
    "reword",
    "show_out",
    "step_back",
    "step_outside",
    "strike_out",
    "take_back",
    "take_leave_of_guests",
    "take_out",
    "turn_dial",
    "turn_down",
    "withdraw",
    "withdraw_consent",
    "withdraw_vote",
    "write_down",
]
