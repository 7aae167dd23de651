"""Who people are to the process: an id, and how they belong to the meeting."""

from enum import StrEnum
from typing import Annotated

WORDS = "words"

PersonId = str
"""The string of a person's id; the engine knows nothing else about them."""

ASKWELL: PersonId = "askwell"
"""Who acts when the software itself does, as when a meeting is convened."""

Words = Annotated[str | None, WORDS]
"""What a person said or wrote. `None` once it has been forgotten."""


class Belonging(StrEnum):
    """How somebody belongs to the set whose meeting this is."""

    MEMBER = "member"
    GUEST = "guest"
    OBSERVER = "observer"
    TRAINEE = "trainee"
    FACILITATOR = "facilitator"
    """Facilitates from outside the set, and never presents."""


class Casting(StrEnum):
    """A part somebody plays beside being a member."""

    SECRETARY = "secretary"
    SCRIBE = "scribe"
    OBSERVER = "observer"
    HOST = "host"
