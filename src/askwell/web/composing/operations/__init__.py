"""Everything that changes a composition, or lets sets come of it."""

from askwell.web.composing.operations.adopting import (
    UNFORGIVEN,
    adopt,
    choose_dates,
    found,
    set_id_of,
)
from askwell.web.composing.operations.asking import (
    ask,
    ask_around,
    ask_relaxed,
    ask_trade,
    discard,
    rename,
    stop,
    take_trade,
)
from askwell.web.composing.operations.changing import (
    ForbiddenError,
    is_possible,
    lock,
    merge,
    move,
    place_and_take_out,
    redo,
    staff,
    swap,
    take,
    undo,
)
from askwell.web.composing.operations.placing import (
    ask_again,
    found_adopted_sets,
    place_late,
    replace_facilitator,
)
from askwell.web.composing.operations.working import claim, finish, give_up, keep

__all__ = [
    "UNFORGIVEN",
    "ForbiddenError",
    "adopt",
    "ask",
    "ask_again",
    "ask_around",
    "ask_relaxed",
    "ask_trade",
    "choose_dates",
    "claim",
    "discard",
    "finish",
    "found",
    "found_adopted_sets",
    "give_up",
    "is_possible",
    "keep",
    "lock",
    "merge",
    "move",
    "place_and_take_out",
    "place_late",
    "redo",
    "rename",
    "replace_facilitator",
    "set_id_of",
    "staff",
    "stop",
    "swap",
    "take",
    "take_trade",
    "undo",
]
