"""What a trainee does in a rehearsal, in plain values that can be kept and replayed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from askwell.facilitation.interventions import Trigger
from askwell.process.people import PersonId

FACILITATOR: Final = "facilitator"
"""The seat of whoever facilitates; every other seat is a member's short name."""

Seats = Mapping[PersonId, str]
"""In which seat each real person sits."""


class Does(StrEnum):
    """What can be done."""

    LISTEN = "listen"
    SAY = "say"
    MOVE_ON = "move_on"
    HOLD_SILENCE = "hold_silence"
    GIVE_TURN = "give_turn"
    ASK = "ask"
    LET_BE = "let_be"
    JOIN = "join"
    """Somebody comes in while the meeting goes on."""
    HAND_OVER = "hand_over"
    """The facilitator's seat goes to another real person, who gives theirs for it."""


class Heard(StrEnum):
    """What words can be heard as, beside the triggers they answer."""

    AGREES = "agrees"
    """Names what was agreed, or how the set works."""
    PROCESS = "process"
    """Some other word on how the set is working."""
    SUPPORTS = "supports"
    """Thanks somebody, or sees what it takes."""
    INVITES = "invites"
    """Invites somebody by name."""
    QUESTION = "question"
    """Asks about the matter itself."""
    TELLING = "telling"
    """Says what to do, or what the speaker thinks of the matter."""
    CURT = "curt"
    """Says it so that somebody may feel put down."""
    UNSURE = "unsure"
    """Read, but with little certainty."""
    UNCLEAR = "unclear"
    """Not read at all."""
    OPEN = "open_question"
    CLOSED = "closed_question"
    LEADING = "leading_question"
    STACKED = "several"
    FACT = "clarifying"


TRIGGERS: Final = {each.value: each for each in Trigger}


@dataclass(frozen=True, slots=True)
class Move:
    """One thing done `by` a real person.

    `heard_as` is what free words were read as when they were said, so that a replay
    never reads them again: values of `Trigger` and `Heard`. `about` is whom it is
    about, by the person's id in the rehearsal.
    """

    does: Does
    by: PersonId
    words: str = ""
    heard_as: tuple[str, ...] = ()
    about: PersonId | None = None

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        return tuple(TRIGGERS[each] for each in self.heard_as if each in TRIGGERS)


class CannotDoError(ValueError):
    """A move that is not possible now; its words say what to do instead.

    `words` are as marked for translation, with `names` still to be put in.
    """

    def __init__(self, words: str, **names: str) -> None:
        super().__init__(words % names if names else words)
        self.words, self.names = words, names


def rotated(seats: Seats) -> dict[PersonId, str]:
    """For the next slot: everybody moves one seat on, so that another facilitates."""
    people = list(seats)
    places = [seats[person] for person in people]
    return dict(zip(people, [*places[-1:], *places[:-1]], strict=True))
