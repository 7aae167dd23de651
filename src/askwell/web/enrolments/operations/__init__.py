"""What changes on a programme's list, each in one transaction."""

from askwell.web.enrolments.operations import memberships
from askwell.web.enrolments.operations.drafts import (
    Done,
    NotSoundError,
    apply,
    arrange,
    forget_old,
    mend,
    put_in,
    throw_away,
)
from askwell.web.enrolments.operations.lines import say_lines
from askwell.web.enrolments.operations.listing import (
    change,
    enrol,
    leave,
    mark,
    move,
    put_back,
    take_off,
    update,
)

__all__ = [
    "Done",
    "NotSoundError",
    "apply",
    "arrange",
    "change",
    "enrol",
    "forget_old",
    "leave",
    "mark",
    "memberships",
    "mend",
    "move",
    "put_back",
    "put_in",
    "say_lines",
    "take_off",
    "throw_away",
    "update",
]
