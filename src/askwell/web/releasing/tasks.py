"""What is done for figures while nobody looks."""

import logging
from datetime import datetime
from itertools import takewhile

from askwell.web.programmes.models import Programme
from askwell.web.releasing.operations import release, tell
from askwell.web.releasing.queries.due import (
    due_quarters,
    is_counted,
    programmes_to_look_at,
)

logger = logging.getLogger(__name__)


def release_figures(*, at: datetime) -> int:
    """Every quarter that is due, of every programme; in order, as they build up."""
    return sum(_try(each, at=at) for each in programmes_to_look_at())


def _try(programme: Programme, *, at: datetime) -> int:
    """What is wrong with one programme must not keep others from their figures."""
    try:
        return _release(programme, at=at)
    except Exception:
        logger.exception("No figures could be released of a programme.")
        return 0


def _release(programme: Programme, *, at: datetime) -> int:
    """Says of the newest alone, however many were made up for."""
    ready = takewhile(
        lambda quarter: is_counted(programme, quarter, at=at),
        due_quarters(programme, at=at),
    )
    made = [release(programme, quarter, at=at) for quarter in ready]
    if made and made[-1].figures.filter(value__isnull=False).exists():
        tell(made[-1], at=at)
    return len(made)
