"""Which set a page is about, and how an act upon it is done or refused."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.refusals import NotDoneError
from askwell.web.programmes.rules import readable_sets
from askwell.web.renewal.refusals import NotNowError


def own_set(request: PersonRequest, set_id: UUID) -> LearningSet:
    """One of the reader's own, ended or not; any other is like none."""
    return get_object_or_404(readable_sets(request.user), pk=set_id)


def own_readable_set(request: PersonRequest, set_id: UUID) -> LearningSet:
    """One whose words have not been destroyed."""
    learning_set = own_set(request, set_id)
    if learning_set.forgotten_at:
        raise Http404
    return learning_set


def attempt(change: Callable[[], object]) -> str:
    """Why the change was not made, in words; nothing if it was."""
    try:
        change()
    except (NotDoneError, NotNowError) as refused:
        return refused.in_words()
    return ""
