"""Why something about joining a programme was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    CLOSED = auto()
    ANOTHER_ADDRESS = auto()
    COMPOSED = auto()
    PLACED = auto()
    ENDED = auto()
    ON_THE_LIST = auto()
    AT_HOME = auto()
    HELD_ALREADY = auto()
    TOO_MANY_LETTERS = auto()
    SAME_ORGANISATION = auto()
    YOURSELF = auto()


SENTENCES = {
    Reason.CLOSED: _(
        "This invitation no longer holds. If you would like to take part, ask whoever "
        "sent it."
    ),
    Reason.ANOTHER_ADDRESS: _(
        "This invitation went to another address. Only whoever reads the mail there "
        "can answer it."
    ),
    Reason.COMPOSED: _(
        "The sets have been put together meanwhile. Write to whoever invited you: "
        "there may be room in one of them."
    ),
    Reason.PLACED: _(
        "You have a set by now, so this can no longer be changed here. Talk about it "
        "in the set."
    ),
    Reason.ENDED: _("This programme has ended. Nothing was changed."),
    Reason.ON_THE_LIST: _(
        "People of this organisation are on the list. Take them off the list first."
    ),
    Reason.AT_HOME: _("The programme is at home there, so it cannot be taken out."),
    Reason.HELD_ALREADY: _("This address looks after these people already."),
    Reason.TOO_MANY_LETTERS: _(
        "You have asked many people to look after programmes today. Wait until "
        "tomorrow."
    ),
    Reason.SAME_ORGANISATION: _("Choose two different organisations."),
    Reason.YOURSELF: _(
        "You look after the whole programme already. What is one organisation's own "
        "is for somebody else to see: write their address."
    ),
}


class NotDoneError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES
