"""Why something about a programme was not done, and how to say it."""

from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.ui.refusing import RefusedError


class Reason(Enum):
    """What stood in the way."""

    NOT_YOURS_TO_DO = auto()
    NAME_TAKEN = auto()
    TOO_MANY = auto()
    COHORT_NAME_TAKEN = auto()
    COHORT_IN_USE = auto()
    LAST_COHORT = auto()
    LAST_MANAGER = auto()
    HOLDS_IT_ALREADY = auto()
    ENDED = auto()
    TOO_LATE = auto()


SENTENCES = {
    Reason.NOT_YOURS_TO_DO: _("That is for whoever looks after the programme."),
    Reason.NAME_TAKEN: _(
        "An organisation of this name is here already. If it is yours, ask somebody "
        "who looks after one of its programmes to begin this one, or to make you a "
        "manager. If it is another one, write the name so that the two can be told "
        "apart, for instance with the town."
    ),
    Reason.TOO_MANY: _("You have begun many programmes today. Go on tomorrow."),
    Reason.COHORT_NAME_TAKEN: _("There is a cohort of this name. Choose another."),
    Reason.COHORT_IN_USE: _(
        "There are people or sets in this cohort. Put the people into another cohort "
        "first."
    ),
    Reason.LAST_COHORT: _("A programme needs one cohort at least. Rename this one."),
    Reason.LAST_MANAGER: _(
        "Somebody has to look after the programme. Add another manager first."
    ),
    Reason.HOLDS_IT_ALREADY: _("This address holds that office already."),
    Reason.ENDED: _("This programme has ended. You can take that back for a while."),
    Reason.TOO_LATE: _(
        "It is too late for that: the lists of this programme are deleted."
    ),
}


class NotDoneError(RefusedError[Reason]):
    """Something anticipated stood in the way; nothing was changed."""

    sentences = SENTENCES


need = NotDoneError.unless
