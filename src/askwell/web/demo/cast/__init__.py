"""The people of the demonstration, the tests, the docs and the screenshots.

Everybody and every organisation here is invented. Write to none of the addresses:
names under `.example` belong to nobody.
"""

from askwell.web.demo.cast.character import Character
from askwell.web.demo.cast.houses import HOUSES, House, house
from askwell.web.demo.cast.newcomers import NEWCOMERS
from askwell.web.demo.cast.people import CAST
from askwell.web.demo.cast.programme import (
    PROGRAMME,
    CastCohort,
    CastProgramme,
    Enrolled,
)
from askwell.web.demo.cast.sets import SETS, CastSet

__all__ = [
    "CAST",
    "EVERYBODY",
    "HOUSES",
    "NEWCOMERS",
    "PROGRAMME",
    "SETS",
    "CastCohort",
    "CastProgramme",
    "CastSet",
    "Character",
    "Enrolled",
    "House",
    "character",
    "house",
    "line_above",
]

EVERYBODY = (*CAST, *NEWCOMERS)
_CHARACTERS = {character.key: character for character in EVERYBODY}


def character(key: str) -> Character:
    """The person whom the scripts call by this short name."""
    return _CHARACTERS[key]


def line_above(key: str) -> tuple[str, ...]:
    """Everybody above this person in their reporting line, nearest first."""
    manager = character(key).manager
    return (manager, *line_above(manager)) if manager else ()
