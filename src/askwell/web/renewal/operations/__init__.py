"""What changes when a set looks at itself, goes on, ends, or lets somebody go."""

from askwell.web.renewal.operations.ending import (
    copy_summary,
    end,
    put_off,
    remind,
    undo_ending,
    write_summary,
)
from askwell.web.renewal.operations.farewell import (
    ask_to_be_forgotten,
    forget_person,
    say_farewell,
)
from askwell.web.renewal.operations.forgetting import forget_set
from askwell.web.renewal.operations.going_on import ask, decide, say
from askwell.web.renewal.operations.health import (
    answer,
    close_check,
    look,
    look_if_due,
    set_rhythm,
    wind_up,
)

__all__ = [
    "answer",
    "ask",
    "ask_to_be_forgotten",
    "close_check",
    "copy_summary",
    "decide",
    "end",
    "forget_person",
    "forget_set",
    "look",
    "look_if_due",
    "put_off",
    "remind",
    "say",
    "say_farewell",
    "set_rhythm",
    "undo_ending",
    "wind_up",
    "write_summary",
]
