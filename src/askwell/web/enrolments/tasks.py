"""What is done while nobody looks: files nobody came back for are forgotten."""

from datetime import datetime

from askwell.web.enrolments import operations


def forget_old_files(*, at: datetime) -> int:
    """After a day; they name people who may know nothing of it."""
    return operations.forget_old(at=at)
