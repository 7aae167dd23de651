"""Why something about corrections was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOT_YOURS_TO_DO = auto()
    NOTHING_TO_GIVE = auto()
    NOT_OPEN = auto()
    NOT_ALL_HAVE_SAID = auto()
    FORGOTTEN = auto()


SENTENCES = {
    Reason.NOT_YOURS_TO_DO: _("That is for the members of the set to do."),
    Reason.NOTHING_TO_GIVE: _(
        "There is nothing to give: no correction is left that somebody gives. "
        "Corrections are made beside your own questions."
    ),
    Reason.NOT_OPEN: _(
        "This is no longer open: its file has been made, or it was called off."
    ),
    Reason.NOT_ALL_HAVE_SAID: _(
        "Not everyone whose words are in the file has answered. Ask them."
    ),
    Reason.FORGOTTEN: _("The words of this set have been destroyed."),
}


class NotNowError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotNowError.unless
