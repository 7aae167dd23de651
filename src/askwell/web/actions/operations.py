"""What changes about actions, always by their owner; meetings project them here."""

from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from askwell.web.actions import rules
from askwell.web.actions.models import SETTLED, Action, ReportBack, Status
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.topics.models import Topic


class NotTheOwnerError(Exception):
    """Somebody else's action was about to be touched."""


class SettledError(Exception):
    """The action was reported back and settled; it is history now."""


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
    action = _own(action, by)
    action.words = words
    action.due_on = due_on
    action.how_known = how_known
    action.save(update_fields=["words", "due_on", "how_known"])


@transaction.atomic
def drop(action: Action, *, by: Person) -> None:
    """Let it go; the set hears of it at the next report-back (INV-9)."""
    _set_status(_own(action, by), Status.DROPPED)


@transaction.atomic
def take_up_again(action: Action, *, by: Person) -> None:
    """Undo a drop that was not reported yet."""
    _set_status(_own(action, by), Status.OPEN)


@transaction.atomic
def report_back(
    action: Action,
    *,
    by: Person,
    meeting: UUID,
    status: Status,
    at: datetime,
    did: str | None = None,
    happened: str | None = None,
    learned: str | None = None,
    still_open: str | None = None,
    declined: bool = False,
) -> ReportBack:
    """What came of it, at one meeting; said again there, it replaces what was said.

    Done, changed and dropped settle an action; partly and not yet keep it open.
    """
    action = Action.objects.select_for_update().get(pk=action.pk)
    _must_own(action, by)
    told = ReportBack.objects.filter(action=action, meeting=meeting).first()
    told = told or ReportBack(action=action, meeting=meeting)
    told.status = status
    told.did = did
    told.happened = happened
    told.still_open = still_open
    told.learned = None if declined else learned
    told.declined = declined
    told.reported_at = at
    told.save()
    action.settled_at = at if status in SETTLED else None
    _set_status(action, status)
    return told


@transaction.atomic
def withdraw(action: Action, *, by: Person) -> None:
    """Take back an action noted a moment ago, as if it had never been noted."""
    _own(action, by).delete()


def _own(action: Action, by: Person) -> Action:
    held = Action.objects.select_for_update().get(pk=action.pk)
    _must_own(held, by)
    if held.settled_at:
        raise SettledError
    return held


def _must_own(action: Action, by: Person) -> None:
    if not rules.can_write(by, action):
        raise NotTheOwnerError


def _set_status(action: Action, status: Status) -> None:
    action.status = status
    action.save(update_fields=["status", "settled_at"])
