"""The three contexts in which people learn to facilitate, and what differs in each."""

from dataclasses import dataclass
from typing import Final

from askwell.process.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where somebody will facilitate, and what to expect there."""

    name: str
    title: str
    for_whom: str
    what_differs: str


NETWORKS: Final = Context(
    name="networks",
    title=_("Peer business networking groups"),
    for_whom=_("Mentors who facilitate groups of owners"),
    what_differs=_(
        "Owners are equals, and some compete with each other. A mentor’s habit is to "
        "advise. Topics are the owners’ own."
    ),
)
ACROSS: Final = Context(
    name="across",
    title=_("Working across organisations"),
    for_whom=_("Managers who facilitate sets of several organisations"),
    what_differs=_(
        "Rank and politics come along, two organisations keep different things to "
        "themselves, each has words of its own, and sponsors back it unevenly."
    ),
)
NEW_WAYS: Final = Context(
    name="new_ways",
    title=_("New ways of working"),
    for_whom=_("Specialists who facilitate in a large organisation"),
    what_differs=_(
        "A specialist is tempted to give the answer. Puzzles are mixed with problems, "
        "and the same change meets everybody."
    ),
)

CONTEXTS: Final[tuple[Context, ...]] = (NETWORKS, ACROSS, NEW_WAYS)

_BY_NAME = {each.name: each for each in CONTEXTS}


def context_named(name: str) -> Context:
    """Raises KeyError for a name that no context has."""
    return _BY_NAME[name]
