"""An owner chooses an action, words it anew, lets it go, takes it up again."""

from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from askwell.web.actions import rules
from askwell.web.actions.models import Action, Status
from askwell.web.actions.operations.holding import (
    NotTheOwnerError,
    SettledError,
    own_open,
    set_status,
)
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.topics.models import Topic

__all__ = [
    "NotInTheSetError",
    "NotTheOwnerError",
    "SettledError",
    "TooLateError",
    "change",
    "choose",
    "drop",
    "id_in_meeting",
    "note",
    "take_back",
    "take_up_again",
    "withdraw",
]


class NotInTheSetError(Exception):
    """An action was to be chosen in a set in which its owner does not work."""


class TooLateError(Exception):
    """What was chosen a while ago is told to the set, and no longer taken back."""


def id_in_meeting(meeting: UUID, number: int) -> UUID:
    """The id of the action noted as entry `number` of a meeting; always the same."""
    return uuid5(meeting, f"action:{number}")


@transaction.atomic
def note(
    *,
    learning_set: LearningSet,
    owner: Person,
    words: str,
    at: datetime,
    due_on: date | None = None,
    how_known: str | None = None,
    topic: Topic | None = None,
    meeting: UUID | None = None,
    slot: int | None = None,
    action_id: UUID | None = None,
) -> Action:
    """Keep an action its owner chose; the same id noted twice is kept once."""
    if action_id and (known := Action.objects.filter(pk=action_id).first()):
        return known
    action = Action(
        learning_set=learning_set,
        owner=owner,
        due_on=due_on,
        topic=topic,
        made_in=meeting,
        slot=slot,
        created_at=at,
    )
    action.id = action_id or action.id
    action.words = words
    action.how_known = how_known
    action.save(force_insert=True)
    return action


def choose(
    *,
    learning_set: LearningSet,
    owner: Person,
    words: str,
    at: datetime,
    due_on: date | None = None,
    how_known: str | None = None,
    topic: Topic | None = None,
) -> Action:
    """Choose an action between two meetings; the next one hears of it (INV-9)."""
    if not rules.can_choose_in(owner, learning_set):
        raise NotInTheSetError
    if topic is not None and topic.owner_id != owner.pk:
        raise NotTheOwnerError
    return note(
        learning_set=learning_set,
        owner=owner,
        words=words,
        at=at,
        due_on=due_on,
        how_known=how_known,
        topic=topic,
    )


@transaction.atomic
def change(
    action: Action,
    *,
    by: Person,
    words: str,
    due_on: date | None,
    how_known: str | None,
) -> None:
    """Word an action anew; it stays open and is reported as it stands."""
    action = own_open(action, by)
    action.words = words
    action.due_on = due_on
    action.how_known = how_known
    action.save(update_fields=["words", "due_on", "how_known"])


@transaction.atomic
def drop(action: Action, *, by: Person) -> None:
    """Let it go; the set hears of it at the next report-back (INV-9)."""
    set_status(own_open(action, by), Status.DROPPED)


@transaction.atomic
def take_up_again(action: Action, *, by: Person) -> None:
    """Undo a drop that was not reported yet."""
    set_status(own_open(action, by), Status.OPEN)


@transaction.atomic
def withdraw(action: Action, *, by: Person) -> None:
    """Take back an action noted a moment ago, as if it had never been noted."""
    own_open(action, by).delete()


@transaction.atomic
def take_back(action: Action, *, by: Person, at: datetime) -> None:
    """Undo choosing an action between meetings, while it is still fresh.

    What was chosen in a meeting was heard by the set; later, one drops it.
    """
    action = own_open(action, by)
    if not rules.can_be_taken_back(action, at=at):
        raise TooLateError
    action.delete()
