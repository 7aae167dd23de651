"""Changes a proposal as little as may be: joiners, leavers, thin sets, facilitators."""

from collections.abc import Collection, Sequence

from askwell.composer.amending.amendment import Amendment, Moved, Taken
from askwell.composer.brief import Brief, Locks, Person
from askwell.composer.proposal import Proposal

__all__ = [
    "Amendment",
    "Moved",
    "Taken",
    "around",
    "join",
    "leave",
    "merge",
    "staff",
]


def join(
    brief: Brief, proposal: Proposal, newcomers: Sequence[Person] = ()
) -> Amendment:
    """Newcomers, and whoever of the brief has no set, get one; others stay if they can.

    `newcomers` may be in the brief already or not.
    """
    raise NotImplementedError


def leave(brief: Brief, proposal: Proposal, leavers: Collection[str] = ()) -> Amendment:
    """Leavers go, and sets that broke by it are mended with the fewest moved.

    Who is in the proposal and not in the brief has left too.
    """
    raise NotImplementedError


def merge(
    brief: Brief, proposal: Proposal, *, sets: Collection[str] | None = None
) -> Amendment:
    """Thin sets (smaller than the rules' least, or those named) are dissolved."""
    raise NotImplementedError


def staff(brief: Brief, proposal: Proposal) -> Amendment:
    """Facilitators only: as many sets as can be have one who fits, nobody moves, and
    as few sets as can be change theirs."""
    raise NotImplementedError


def around(
    brief: Brief, proposal: Proposal, locks: Locks, *, spare: int = 0
) -> Amendment:
    """The proposal with these locks: fewest people moved, then the best total.

    `spare` is how many people more than needed may move if that makes it better.
    """
    raise NotImplementedError
