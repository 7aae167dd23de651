"""Why something about a pathway or a badge was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOT_REACHED = auto()
    NOTHING_TO_SHOW = auto()
    ONLY_THE_BODY = auto()
    RENEW_FIRST = auto()
    NO_SUCH_REQUIREMENT = auto()
    SWITCHED_OFF = auto()
    TOO_MANY = auto()
    YOURSELF = auto()


class NotDoneError(RefusedError[Reason]):
    """Nothing was changed."""

    sentences = {
        Reason.NOT_REACHED: _(
            "This level is not reached yet. Your passport says what is missing."
        ),
        Reason.NOTHING_TO_SHOW: _(
            "Everybody has this level: there is no badge for it."
        ),
        Reason.ONLY_THE_BODY: _(
            "Only the body itself gives this certificate. Print your passport and hand "
            "it in there."
        ),
        Reason.RENEW_FIRST: _(
            "This level has lapsed. Your passport says what brings it back; then you "
            "can have the badge."
        ),
        Reason.NO_SUCH_REQUIREMENT: _(
            "This pathway asks for nothing of that kind to be confirmed by hand. Load "
            "the page anew."
        ),
        Reason.SWITCHED_OFF: _("This pathway is switched off. Switch it on first."),
        Reason.YOURSELF: _(
            "Nobody confirms themselves. Ask somebody else who looks after the "
            "programme."
        ),
        Reason.TOO_MANY: _("Twenty additions are enough. Take one out first."),
    }
