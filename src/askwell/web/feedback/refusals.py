"""Why something about feedback was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOT_YOURS_TO_DO = auto()
    TOO_FEW = auto()
    CLOSED = auto()
    ANSWERED = auto()
    LEFT_OUT = auto()
    NOT_FOUND = auto()
    YOURSELF = auto()
    ASKED_ALREADY = auto()
    MEMBER_ALREADY = auto()
    NOT_THERE = auto()
    CONSENT_WITHDRAWN = auto()
    RATE_ALL = auto()
    SEEN = auto()


SENTENCES = {
    Reason.NOT_YOURS_TO_DO: _("That is for somebody else to do."),
    Reason.TOO_FEW: _(
        "It takes four members beside you: with fewer, somebody’s answer could be "
        "worked out. Ask them aloud instead."
    ),
    Reason.CLOSED: _("These questions are closed."),
    Reason.ANSWERED: _(
        "You have answered already. What you said cannot be found again, not even to "
        "change it."
    ),
    Reason.LEFT_OUT: _("Choose an answer for each of the four sentences."),
    Reason.NOT_FOUND: _(
        "Nobody with this address is in a programme together with you. Look at the "
        "address again, or ask whoever looks after your programme for an observer."
    ),
    Reason.YOURSELF: _(
        "Somebody else has to watch. For yourself there is your review."
    ),
    Reason.ASKED_ALREADY: _("You have asked them already. They see it on their page."),
    Reason.MEMBER_ALREADY: _(
        "They are in this set already, in another part. An observer is somebody who "
        "only watches."
    ),
    Reason.NOT_THERE: _(
        "The log of the meeting does not show it: an observer, let in by the set, is "
        "there from the beginning of the slot to its end, and one person facilitates "
        "it all that time."
    ),
    Reason.CONSENT_WITHDRAWN: _(
        "A member of the set has taken back their consent, so nothing of what was "
        "watched is written down or signed."
    ),
    Reason.RATE_ALL: _(
        "Choose something for each of the ten, if only “not seen”. What you rate "
        "needs a sentence of what you saw or heard."
    ),
    Reason.SEEN: _(
        "It has been read, so it stays as it is. They can answer it; you can watch "
        "another slot."
    ),
}


class NotDoneError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotDoneError.unless
