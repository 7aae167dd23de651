"""Why something about a composition was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.programmes.refusals import NotDoneError
from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOBODY = auto()
    GOING_ON = auto()
    ADOPTED = auto()
    OTHER_ADOPTED = auto()
    CHANGED_MEANWHILE = auto()
    HELD = auto()
    NOTHING_TO_UNDO = auto()
    NOT_THERE = auto()
    NO_WAY = auto()
    NO_DATE = auto()
    BROKEN = auto()
    NOT_JOINED = auto()
    PLACED_ALREADY = auto()
    NOT_TOGETHER = auto()
    ENOUGH_AT_ONCE = auto()
    ENOUGH_KEPT = auto()


SENTENCES = {
    Reason.NOBODY: _("Nobody has said yes so far, so there is nobody to put together."),
    Reason.GOING_ON: _("The search is still going on. Wait for it, or stop it first."),
    Reason.ADOPTED: _("This division was adopted, so it can no longer be changed."),
    Reason.OTHER_ADOPTED: _(
        "This cohort has its sets already: another division was adopted."
    ),
    Reason.CHANGED_MEANWHILE: _(
        "Somebody else changed this meanwhile. Here it is as it is now: look at it "
        "and try again."
    ),
    Reason.HELD: _("That is held in its place. Let it go first."),
    Reason.NOTHING_TO_UNDO: _("There is nothing to take back."),
    Reason.NOT_THERE: _("They are no longer on this board."),
    Reason.NO_WAY: _("No way was found that keeps every rule. Nothing was changed."),
    Reason.NO_DATE: _("Some sets have no first date yet. Choose the dates first."),
    Reason.BROKEN: _("A rule is broken that cannot be let go. Put it right first."),
    Reason.NOT_JOINED: _("They have not said yes to the programme."),
    Reason.PLACED_ALREADY: _("They have a place in that set already."),
    Reason.NOT_TOGETHER: _(
        "They and somebody in that set are not possible together. Choose another set."
    ),
    Reason.ENOUGH_AT_ONCE: _(
        "Three searches are going on for this cohort. Wait for one, or stop one first."
    ),
    Reason.ENOUGH_KEPT: _(
        "There are sixty proposals for this cohort. Remove some of them first."
    ),
}


class NotComposedError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


# What lies below refuses with its own reasons.
REFUSED = (NotComposedError, NotDoneError)
