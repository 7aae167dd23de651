"""The meeting formats, written as data."""

from askwell.process.formats.classic import CLASSIC
from askwell.process.formats.gather_reflect_act import GATHER_REFLECT_ACT
from askwell.process.formats.kollegiale_beratung import KOLLEGIALE_BERATUNG
from askwell.process.formats.mastermind import MASTERMIND
from askwell.process.formats.post_it import POST_IT
from askwell.process.formats.reflecting_team import REFLECTING_TEAM
from askwell.process.formats.self_managed import SELF_MANAGED
from askwell.process.formats.shape import Format
from askwell.process.formats.troika import TROIKA
from askwell.process.formats.virtual import VIRTUAL
from askwell.process.formats.wial import WIAL

FORMATS: tuple[Format, ...] = (
    CLASSIC,
    WIAL,
    SELF_MANAGED,
    VIRTUAL,
    POST_IT,
    GATHER_REFLECT_ACT,
    TROIKA,
    KOLLEGIALE_BERATUNG,
    REFLECTING_TEAM,
    MASTERMIND,
)

_BY_NAME = {each.name: each for each in FORMATS}


def format_named(name: str) -> Format:
    """Raises KeyError for a name that no format has."""
    return _BY_NAME[name]
