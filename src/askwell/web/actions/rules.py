"""Who may do what with an action: its owner, and nobody else (INV-2)."""

from askwell.web.actions.models import Action
from askwell.web.people.models import Person


def can_write(person: Person, action: Action) -> bool:
    """Only the owner words, changes, drops or reports on an action."""
    return action.owner_id == person.id
