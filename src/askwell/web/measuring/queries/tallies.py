"""What closed meetings and rows of sets add to the figures of a quarter."""

from collections.abc import Iterator

from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated, Tally
from askwell.web.programmes.models import Programme


def tallies(programme: Programme, quarter: Quarter) -> Iterator[Tally | Stated]:
    """One for each set and metric of which the quarter has something to tell."""
    yield from ()
