"""Why something about a set's meetings was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.programmes.refusals import NotDoneError
from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    BEGUN = auto()
    PAST = auto()
    CANCELLED = auto()
    CLOSED = auto()
    NO_DATES = auto()
    NOT_YOURS = auto()
    BOOKED_ALREADY = auto()
    ANSWERED = auto()
    FULL = auto()


SENTENCES = {
    Reason.BEGUN: _("This meeting has begun, so its time can no longer be changed."),
    Reason.PAST: _("That is in the past. Choose a time to come."),
    Reason.CANCELLED: _("This meeting was cancelled. Call it again first."),
    Reason.CLOSED: _("The dates have been chosen already. Nothing was changed."),
    Reason.NO_DATES: _("Choose at least one of the dates."),
    Reason.NOT_YOURS: _("That is for someone else to do. Nothing was changed."),
    Reason.BOOKED_ALREADY: _(
        "One of you presents at that meeting already. Choose another turn."
    ),
    Reason.ANSWERED: _("This was answered already, or one of the turns has changed."),
    Reason.FULL: _("Every turn at this meeting is taken."),
}


class NotPlannedError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


# A set that has ended refuses everything with its own reason.
REFUSED = (NotPlannedError, NotDoneError)
