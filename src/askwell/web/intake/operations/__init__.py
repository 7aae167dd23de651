"""What changes about joining: asking, answering, saying, and who speaks for whom."""

from askwell.web.intake.operations.answering import decline, join, leave
from askwell.web.intake.operations.forgetting import forget, forget_those_who_went
from askwell.web.intake.operations.inviting import (
    Sent,
    invite,
    remind,
    remind_once_more,
)
from askwell.web.intake.operations.offices import appoint, dismiss
from askwell.web.intake.operations.organisations import (
    add_organisation,
    keep_apart,
    let_meet,
    name_levels,
    take_out,
)
from askwell.web.intake.operations.saying import (
    finish,
    say_apart,
    say_challenge,
    say_facilitating,
    say_when,
    say_where,
)

__all__ = [
    "Sent",
    "add_organisation",
    "appoint",
    "decline",
    "dismiss",
    "finish",
    "forget",
    "forget_those_who_went",
    "invite",
    "join",
    "keep_apart",
    "leave",
    "let_meet",
    "name_levels",
    "remind",
    "remind_once_more",
    "say_apart",
    "say_challenge",
    "say_facilitating",
    "say_when",
    "say_where",
    "take_out",
]
