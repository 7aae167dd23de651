"""Why something about a set was not done, and how to say it."""

from enum import Enum, auto
from typing import Any

from django.utils.translation import gettext_lazy as _


class Reason(Enum):
    """What stood in the way."""

    NOT_YOURS_TO_DO = auto()
    SAME_LINE = auto()
    LINK_CLOSED = auto()
    FULL = auto()
    STALE = auto()
    ENDED = auto()
    TOO_MANY_INVITATIONS = auto()
    EMPTY = auto()
    VOTE_OPEN = auto()
    VOTE_OVER = auto()
    SO_ALREADY = auto()
    BY_VOTE = auto()
    ONLY_LOWER = auto()


SENTENCES = {
    Reason.NOT_YOURS_TO_DO: _(
        "That is for someone else in the set to do. If it needs doing, ask a "
        "facilitator."
    ),
    Reason.SAME_LINE: _(
        "%(person)s and %(other)s work in the same reporting line: one answers to the "
        "other, directly or through others. People in one line cannot be in the same "
        "set, so that everyone can speak freely. A set with other people in it will do."
    ),
    Reason.LINK_CLOSED: _(
        "This link no longer works. Ask the person who sent it for a new one."
    ),
    Reason.FULL: _(
        "The set is full: with more people there is too little time for each. You "
        "could begin a second set."
    ),
    Reason.STALE: _(
        "Somebody changed the agreement while you were reading. Read it as it is now, "
        "then go on."
    ),
    Reason.ENDED: _("This set has ended, so nothing in it can be changed."),
    Reason.TOO_MANY_INVITATIONS: _(
        "You have sent many invitations today. Wait until tomorrow, or pass on the "
        "set's link yourself."
    ),
    Reason.EMPTY: _("Write a few words first; an empty agreement binds nobody."),
    Reason.VOTE_OPEN: _(
        "The set is being asked something already. Answer that first; then ask anew."
    ),
    Reason.VOTE_OVER: _("This vote is over. You can read what came of it."),
    Reason.SO_ALREADY: _("The set does so already, so there is nothing to vote on."),
    Reason.BY_VOTE: _("Whether a facilitator leads is the set's own vote. Open one."),
    Reason.ONLY_LOWER: _(
        "What the programme learns of who came can only be lowered. It may be so low "
        "already: look at the page anew."
    ),
}


class NotDoneError(Exception):
    """Something anticipated stood in the way; nothing was changed."""

    def __init__(self, reason: Reason, **details: Any) -> None:
        super().__init__(reason.name)
        self.reason = reason
        self.details = details

    def in_words(self) -> str:
        """What happened and what to do, in the reader's language."""
        return str(SENTENCES[self.reason] % self.details)
