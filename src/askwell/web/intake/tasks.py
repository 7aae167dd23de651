"""What happens to invitations and answers by itself."""

from datetime import datetime

from askwell.web.intake.operations import forget_those_who_went, remind_once_more


def remind_the_silent(*, at: datetime) -> int:
    """Write once more to those who have not answered; says to how many."""
    return remind_once_more(at=at)


def forget_leavers(*, at: datetime) -> int:
    """Delete what people said who are on the list no more; says of how many."""
    return forget_those_who_went()
