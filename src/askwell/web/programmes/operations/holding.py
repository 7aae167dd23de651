"""One change to a set at a time, and only by whom it is for."""

from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.refusals import NotDoneError, Reason


def hold(learning_set: LearningSet) -> LearningSet:
    """The set, locked until the transaction ends; an ended set is refused."""
    held = hold_even_ended(learning_set)
    if held.ended_at:
        raise NotDoneError(Reason.ENDED)
    return held


def hold_even_ended(learning_set: LearningSet) -> LearningSet:
    """The set, locked until the transaction ends, for what is done after its end."""
    return LearningSet.objects.select_for_update().get(pk=learning_set.pk)


def must(allowed: bool) -> None:
    """Refuse what the rules do not allow."""
    if not allowed:
        raise NotDoneError(Reason.NOT_YOURS_TO_DO)
