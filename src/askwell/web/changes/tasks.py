"""What is done for logs of changes while nobody looks."""

from datetime import datetime

from askwell.web.changes.operations.forgetting import (
    forget_logs_of_the_past,
    forget_removed_lines,
)


def forget_old_lines(*, at: datetime) -> int:
    """Lines taken out a day ago; who wrote and learned what, in cleared programmes."""
    return forget_removed_lines(at=at) + forget_logs_of_the_past()
