"""Why something about a training cohort was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOT_YOURS_TO_DO = auto()
    ASKED_ALREADY = auto()
    SAID_NO = auto()
    ASKED_ENOUGH = auto()
    TOO_MANY = auto()
    OVER = auto()
    NO_OBSERVER = auto()
    CHANGED = auto()


class NotDoneError(RefusedError[Reason]):
    """Nothing was changed."""

    sentences = {
        Reason.NOT_YOURS_TO_DO: _("That is for the person themselves to say."),
        Reason.ASKED_ALREADY: _("This person is in the cohort, or was asked already."),
        Reason.SAID_NO: _(
            "This person said no, or left. They can take that back themselves; please "
            "do not ask again."
        ),
        Reason.ASKED_ENOUGH: _("This person was asked three times. Leave it at that."),
        Reason.TOO_MANY: _("Two hundred people are enough. Begin another cohort."),
        Reason.OVER: _("This cohort is over. Whoever runs it can take it up again."),
        Reason.NO_OBSERVER: _(
            "Nobody is there to watch you yet. Whoever runs the cohort can name "
            "somebody."
        ),
        Reason.CHANGED: _("This has changed since. Load the page anew."),
    }


need = NotDoneError.unless
