"""Holds an action for its owner while something about it changes."""

from askwell.web.actions import rules
from askwell.web.actions.models import Action, Status
from askwell.web.people.models import Person


class NotTheOwnerError(Exception):
    """Somebody else's action was about to be touched."""


class SettledError(Exception):
    """The action was reported back and settled; it is history now."""


def own(action: Action, by: Person) -> Action:
    """The action, locked for its owner, settled or not."""
    held = Action.objects.select_for_update().get(pk=action.pk)
    if not rules.can_write(by, held):
        raise NotTheOwnerError
    return held


def own_open(action: Action, by: Person) -> Action:
    """The action, locked for its owner; history is not rewritten."""
    held = own(action, by)
    if held.is_settled:
        raise SettledError
    return held


def set_status(action: Action, status: Status) -> None:
    action.status = status
    action.save(update_fields=["status", "settled_at"])
