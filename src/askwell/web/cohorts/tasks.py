"""What is done for training cohorts while nobody looks."""

from datetime import datetime

from askwell.web.cohorts import operations


def forget_old_places(*, at: datetime) -> int:
    """Names and addresses go with the programme’s list; says how many."""
    return operations.forget_places()
