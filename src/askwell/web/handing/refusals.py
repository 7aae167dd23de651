"""Why something about handing over was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOT_YOURS_TO_DO = auto()
    NOT_YOUR_TURN = auto()
    BEGUN = auto()
    CANNOT_THEN = auto()
    TOO_FEW = auto()
    CLOSED = auto()
    ANSWERED = auto()
    TOO_SOON = auto()
    NOTHING_TO_UNDO = auto()


SENTENCES = {
    Reason.NOT_YOURS_TO_DO: _("Only members of the set can do that."),
    Reason.NOT_YOUR_TURN: _("This turn is not yours any more. Look at the rota again."),
    Reason.BEGUN: _(
        "The meeting has begun. In the room whoever facilitates can hand over."
    ),
    Reason.CANNOT_THEN: _(
        "One of you two presents then, cannot come, or has left. Ask somebody else."
    ),
    Reason.TOO_FEW: _(
        "It takes four members at least: with fewer, somebody’s answer could be "
        "worked out. Talk about it together instead."
    ),
    Reason.CLOSED: _("These questions are closed. Any member can ask them anew."),
    Reason.ANSWERED: _(
        "You have answered already. What you said cannot be found again, not even to "
        "change it."
    ),
    Reason.TOO_SOON: _(
        "All of you have answered since your last meeting. Ask again after the next "
        "one: asked too often, somebody’s answer could be worked out."
    ),
    Reason.NOTHING_TO_UNDO: _("The step has been changed since. Nothing was done."),
}


class NotDoneError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotDoneError.unless
