"""Why something about a log was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


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


class NotDoneError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotDoneError.unless
