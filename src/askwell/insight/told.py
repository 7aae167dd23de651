"""What the log of one closed meeting tells, without a word of what was said."""

from dataclasses import dataclass

from askwell.process.formats.shape import Counting
from askwell.process.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The facts that metrics are counted from.

    `members` are those the set consisted of at the meeting, here or not.
    """

    counting: Counting
    members: tuple[PersonId, ...] = ()
    came: tuple[PersonId, ...] = ()
