"""Finds a person's own action; anybody else's is like none."""

from uuid import UUID

from django.http import Http404

from askwell.web.actions import queries
from askwell.web.actions.models import Action
from askwell.web.people.signed_in import PersonRequest


def own(request: PersonRequest, action_id: UUID) -> Action:
    mine = queries.own_action(request.user, action_id)
    if mine is None:
        raise Http404
    return mine


def own_open(request: PersonRequest, action_id: UUID) -> Action:
    """What was settled is history, and is not changed."""
    mine = own(request, action_id)
    if mine.is_settled:
        raise Http404
    return mine
