"""What happens to invitations by itself."""

from datetime import datetime

from askwell.web.intake.operations import remind_once_more


def remind_the_silent(*, at: datetime) -> int:
    """Write once more to those who have not answered; says to how many."""
    return remind_once_more(at=at)
