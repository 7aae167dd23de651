"""Why something about a set's going on or ending was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOT_YOURS_TO_DO = auto()
    CLOSED = auto()
    ANSWERED = auto()
    TOO_FEW = auto()
    LOOKED_JUST_NOW = auto()
    NOT_MET_YET = auto()
    DECIDED = auto()
    NOT_ALL_HAVE_SAID = auto()
    NOT_ALL_WANT_THE_END = auto()
    NOT_DECIDED_TO_END = auto()
    MEETING_NOW = auto()
    NOT_ENDED = auto()
    TOO_LATE = auto()
    NOT_LATER = auto()
    STALE = auto()


SENTENCES = {
    Reason.NOT_YOURS_TO_DO: _("That is for the members of the set to do."),
    Reason.CLOSED: _("This look is closed; its answers have become words."),
    Reason.ANSWERED: _(
        "You have answered. Answers are kept without names, so they cannot be found "
        "again and changed."
    ),
    Reason.TOO_FEW: _(
        "Fewer than four have answered. Wait for more: with so few, each could work "
        "out what the others said."
    ),
    Reason.LOOKED_JUST_NOW: _(
        "You have looked at the set since its last meeting. Meet once before you look "
        "again."
    ),
    Reason.NOT_MET_YET: _("Meet once before you look at how it goes."),
    Reason.DECIDED: _("The set has decided this already."),
    Reason.NOT_ALL_HAVE_SAID: _(
        "Not everyone has said yet what they would like. Wait for them, or two weeks."
    ),
    Reason.NOT_ALL_WANT_THE_END: _(
        "Not everyone would like to end. Talk about it. If the set is to end all the "
        "same, whoever facilitates notes it; where nobody does, or all of you in turn, "
        "more than half have to want it."
    ),
    Reason.NOT_DECIDED_TO_END: _(
        "The set has not decided to end. Ask everyone first what they would like."
    ),
    Reason.MEETING_NOW: _(
        "A meeting of this set is in progress. Close it, then end the set."
    ),
    Reason.NOT_ENDED: _("The set has not ended."),
    Reason.TOO_LATE: _(
        "It is too late for that: the words of the set are being destroyed."
    ),
    Reason.NOT_LATER: _(
        "Choose a later day than now, at most ninety days after the end."
    ),
    Reason.STALE: _(
        "Somebody changed the summary while you were writing. Your words are still "
        "here: read the others' and bring the two together."
    ),
}


class NotNowError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotNowError.unless
