"""What a set's own page says of its last meeting; its log alone is read for it."""

from askwell.web.learning.queries.set_log import Leaf, leaves_of
from askwell.web.meetings.queries import meetings_held
from askwell.web.programmes.models import LearningSet


def last_time(learning_set: LearningSet) -> Leaf | None:
    """What the last meeting learned, what went well, and what it wanted to try."""
    leaves = leaves_of(list(meetings_held(learning_set)[:1]))
    return leaves[0] if leaves else None
