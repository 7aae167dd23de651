"""What is done with a set's meetings in time."""

from askwell.web.planning.operations.moving import (
    call_off,
    hold_shorter,
    move_on,
    take_back,
)
from askwell.web.planning.operations.polls import (
    answer_openly,
    answer_poll,
    ask_for_dates,
    ask_the_invited,
    choose_dates,
    end_poll,
    voice_of,
)
from askwell.web.planning.operations.replies import reply
from askwell.web.planning.operations.series import plan_series
from askwell.web.planning.operations.swaps import answer_swap, ask_to_swap
from askwell.web.planning.operations.turns import offer_turns, pass_on, take_turn

__all__ = [
    "answer_openly",
    "answer_poll",
    "answer_swap",
    "ask_for_dates",
    "ask_the_invited",
    "ask_to_swap",
    "call_off",
    "choose_dates",
    "end_poll",
    "hold_shorter",
    "move_on",
    "offer_turns",
    "pass_on",
    "plan_series",
    "reply",
    "take_back",
    "take_turn",
    "voice_of",
]
