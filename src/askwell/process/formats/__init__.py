"""The meeting formats, written as data."""

from askwell.process.formats.classic import CLASSIC
from askwell.process.formats.shape import Format
from askwell.process.formats.virtual import VIRTUAL

FORMATS: tuple[Format, ...] = (CLASSIC, VIRTUAL)

_BY_NAME = {each.name: each for each in FORMATS}


def format_named(name: str) -> Format:
    """Raises KeyError for a name that no format has."""
    return _BY_NAME[name]
