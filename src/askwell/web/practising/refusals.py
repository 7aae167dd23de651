"""Why something in a practice meeting was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    WENT_ON = auto()
    NOT_YOUR_SEAT = auto()
    HAS_BEGUN = auto()
    NO_PLACE = auto()
    NOTHING_TO_TAKE_BACK = auto()


SENTENCES = {
    Reason.WENT_ON: _("The meeting had gone on meanwhile. Look again, then choose."),
    Reason.NOT_YOUR_SEAT: _("That is for whoever facilitates here."),
    Reason.HAS_BEGUN: _(
        "This meeting has begun. Ask them to begin it again with you in it."
    ),
    Reason.NO_PLACE: _("Every place is taken. Ask them to begin another one with you."),
    Reason.NOTHING_TO_TAKE_BACK: _("Nothing has been done yet."),
}


class NotDoneError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotDoneError.unless
