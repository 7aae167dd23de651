"""Why something in a practice meeting was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    WENT_ON = auto()
    NOT_YOUR_SEAT = auto()
    STAYS = auto()
    IS_OVER = auto()
    NOT_OVER = auto()
    NO_PLACE = auto()
    REWRITTEN = auto()
    NOT_YOUR_STEP = auto()
    NOTHING_TO_TAKE_BACK = auto()


SENTENCES = {
    Reason.WENT_ON: _("The meeting had gone on meanwhile. Look again, then choose."),
    Reason.NOT_YOUR_SEAT: _("That is for whoever facilitates here."),
    Reason.STAYS: _(
        "The meeting has begun and needs your seat. Whoever began it can delete it."
    ),
    Reason.IS_OVER: _("This meeting is over. Ask them to begin another one with you."),
    Reason.NOT_OVER: _("Close this meeting first; then another can facilitate."),
    Reason.NO_PLACE: _("Every place is taken. Ask them to begin another one with you."),
    Reason.REWRITTEN: _("This meeting cannot go on: its case was rewritten since."),
    Reason.NOT_YOUR_STEP: _("The last step was somebody else’s. It stays."),
    Reason.NOTHING_TO_TAKE_BACK: _("Nothing has been done yet."),
}


class NotDoneError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotDoneError.unless
