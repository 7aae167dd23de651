"""What a person and a set have learned, asked of logs and rows."""

from askwell.web.learning.queries.loop import Loop, loop_of
from askwell.web.learning.queries.record import Record, record_of
from askwell.web.learning.queries.set_log import (
    Leaf,
    LogPage,
    Said,
    log_of,
    newest_leaves,
)
from askwell.web.learning.queries.thread import Thread, thread_of

__all__ = [
    "Leaf",
    "LogPage",
    "Loop",
    "Record",
    "Said",
    "Thread",
    "log_of",
    "loop_of",
    "newest_leaves",
    "record_of",
    "thread_of",
]
