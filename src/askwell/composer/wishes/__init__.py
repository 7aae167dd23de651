"""What a good division is wished to have; the tables and the score read this tuple.

A further wish is a file beside these and its entry here. There may be any number of
`Mixed` wishes, and they come first; then at most one `Alike`, one `Apart` and one
`Poorest`, in this order.
"""

from askwell.composer.wishes.challenge import CHALLENGE
from askwell.composer.wishes.fairness import FAIRNESS
from askwell.composer.wishes.function import FUNCTION
from askwell.composer.wishes.level import LEVEL
from askwell.composer.wishes.location import LOCATION
from askwell.composer.wishes.novelty import NOVELTY
from askwell.composer.wishes.organisation import ORGANISATION
from askwell.composer.wishes.shapes import Alike, Apart, Mixed, Poorest, Wish

__all__ = ["MIXED", "PARTS", "WISHES", "Alike", "Apart", "Mixed", "Poorest", "Wish"]

WISHES: tuple[Wish, ...] = (
    LEVEL,
    FUNCTION,
    ORGANISATION,
    LOCATION,
    CHALLENGE,
    NOVELTY,
    FAIRNESS,
)

MIXED: tuple[Mixed, ...] = tuple(wish for wish in WISHES if isinstance(wish, Mixed))

# What a set is measured by: everything but fairness, which is about all sets.
PARTS: tuple[str, ...] = tuple(
    wish.name for wish in WISHES if not isinstance(wish, Poorest)
)
