"""Why something about an offer was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOT_YOURS = auto()
    NO_PROGRAMME = auto()
    PROGRAMME_ENDED = auto()
    NOT_NOW = auto()
    OVER = auto()
    NOTHING_WRITTEN = auto()
    NAMES_TO_SETTLE = auto()
    CHANGED = auto()


SENTENCES = {
    Reason.NOT_YOURS: _("That is for someone else to do. Nothing was changed."),
    Reason.NO_PROGRAMME: _(
        "This set belongs to no programme, so there is nobody to tell it to."
    ),
    Reason.PROGRAMME_ENDED: _(
        "The programme has ended: nothing more is told in it. Your text stays yours."
    ),
    Reason.NOT_NOW: _(
        "Take it back first. Then you can change it, and offer it again."
    ),
    Reason.OVER: _("It is over meanwhile. Nothing was changed."),
    Reason.NOTHING_WRITTEN: _("Write a heading and your text first."),
    Reason.NAMES_TO_SETTLE: _("Say of each name first what is to become of it."),
    Reason.CHANGED: _(
        "It has changed since you opened this page. Read it once more, then offer it."
    ),
}


class NotToldError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotToldError.unless
