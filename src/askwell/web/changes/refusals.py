"""Why something about a log was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _


class Reason(Enum):
    """What stood in the way."""

    NOT_YOURS_TO_DO = auto()
    TOO_MANY = auto()
    NOT_FINISHED = auto()


SENTENCES = {
    Reason.NOT_YOURS_TO_DO: _("That is for whoever added it, or looks after it."),
    Reason.TOO_MANY: _("You have added many changes today. Go on tomorrow."),
    Reason.NOT_FINISHED: _("Only what is finished, and learned from, can be linked."),
}


class NotDoneError(Exception):
    """Something anticipated stood in the way; nothing was changed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.name)
        self.reason = reason

    def in_words(self) -> str:
        """What happened and what to do, in the reader's language."""
        return str(SENTENCES[self.reason])


def need(fits: bool, reason: Reason) -> None:
    """Refuse for this reason unless it fits."""
    if not fits:
        raise NotDoneError(reason)
