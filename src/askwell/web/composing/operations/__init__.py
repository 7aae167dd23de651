"""Everything that changes a composition, or lets sets come of it."""

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
from askwell.web.composing.operations.working import claim, finish, give_up, keep

__all__ = [
    "ForbiddenError",
    "ask",
    "ask_around",
    "ask_relaxed",
    "ask_trade",
    "claim",
    "discard",
    "finish",
    "give_up",
    "is_possible",
    "keep",
    "lock",
    "merge",
    "move",
    "place_and_take_out",
    "redo",
    "rename",
    "staff",
    "stop",
    "swap",
    "take",
    "take_trade",
    "undo",
]
