"""What changes and loops closed on them add to the figures of a quarter."""

from collections.abc import Iterator

from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated, Tally
from askwell.web.changes.queries.embedding import embedding
from askwell.web.changes.queries.law import law
from askwell.web.programmes.models import Programme


def tallies(programme: Programme, quarter: Quarter) -> Iterator[Tally | Stated]:
    """One for each set and metric of which the quarter has something to tell."""
    yield from embedding(programme, quarter)
    yield from law(programme, quarter)
