"""Why something about a transcript was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.programmes.refusals import NotDoneError
from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOT_HELD = auto()
    ASKED_ALREADY = auto()
    DECLINED = auto()
    ENDED = auto()
    NOT_YOURS = auto()
    NOT_ALL_SAID_YES = auto()
    SOMEBODY_JOINED = auto()
    NOBODY_SPEAKS = auto()
    UNKNOWN_PERSON = auto()


SENTENCES = {
    Reason.NOT_HELD: _("Close the meeting first: then it is known who was there."),
    Reason.ASKED_ALREADY: _("Everybody has been asked about this meeting already."),
    Reason.DECLINED: _(
        "Not everybody said yes to this meeting's transcript. It is not asked again."
    ),
    Reason.ENDED: _("It has ended meanwhile: there is nothing left to read."),
    Reason.NOT_YOURS: _("That is for someone else to do. Nothing was changed."),
    Reason.NOT_ALL_SAID_YES: _(
        "Not everybody has said yes yet. Nothing was read, and nothing was kept."
    ),
    Reason.SOMEBODY_JOINED: _(
        "Somebody has joined the set since everybody was asked. They are asked as "
        "well now. Nothing was read, and nothing was kept."
    ),
    Reason.NOBODY_SPEAKS: _(
        "Say of at least one name who it is: without anybody there is nothing to tell."
    ),
    Reason.UNKNOWN_PERSON: _("Choose among the people who said yes."),
}


class NotReadError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotReadError.unless


# A set that has ended refuses everything new with its own reason.
REFUSED = (NotReadError, NotDoneError)
