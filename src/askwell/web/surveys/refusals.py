"""Why something about a survey was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    ONE_IS_OPEN = auto()
    NOBODY_TO_ASK = auto()
    TOO_MANY = auto()
    NOTHING_CHOSEN = auto()
    BEGUN = auto()
    CLOSED = auto()
    ANSWERED = auto()
    NOTHING_SAID = auto()
    ENDED = auto()
    NO_LICENCE = auto()
    IN_USE = auto()


SENTENCES = {
    Reason.ONE_IS_OPEN: _(
        "There is a round already that has not closed. Let it close first, so that "
        "nobody is asked twice at a time."
    ),
    Reason.NOBODY_TO_ASK: _(
        "Nobody who takes part has a set yet. Put people into sets first."
    ),
    Reason.TOO_MANY: _(
        "That is too much for one sitting. Choose fewer: people answer short ones."
    ),
    Reason.NOTHING_CHOSEN: _("Choose at least one thing to ask about."),
    Reason.BEGUN: _("It has begun, and people may have answered. You can close it."),
    Reason.CLOSED: _("This round has closed. Nothing more is taken in."),
    Reason.ANSWERED: _(
        "You have answered already. What you said cannot be found again, not even "
        "to change it."
    ),
    Reason.NOTHING_SAID: _(
        "You have left out everything. Answer one question at least, or just leave "
        "this page: that is an answer, too."
    ),
    Reason.ENDED: _("This programme has ended."),
    Reason.NO_LICENCE: _("Confirm first that you may use this instrument."),
    Reason.IN_USE: _(
        "A round that has not closed asks with it. Wait until that has closed, or "
        "withdraw the licence: then it is asked no more at once."
    ),
}


class NotDoneError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotDoneError.unless
