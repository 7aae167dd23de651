"""What an owner keeps along the way: notes, a scale, reminders."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.actions.models import Action, ProgressNote, Reminder, Scale
from askwell.web.actions.operations.holding import own, own_open
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice

LEVELS = ("much_less", "less", "expected", "more", "much_more")
MOST_REMINDERS = 5


class InThePastError(Exception):
    """A reminder was set for a moment that has gone by."""


class TooManyError(Exception):
    """An action has as many reminders to come as it may have."""


# Notes


@transaction.atomic
def keep_note(action: Action, *, by: Person, words: str, at: datetime) -> ProgressNote:
    """A dated line about how it goes, for the owner alone."""
    note = ProgressNote(action=own_open(action, by), noted_at=at)
    note.words = words
    note.save()
    return note


@transaction.atomic
def take_back_note(action: Action, *, by: Person, note: UUID) -> None:
    """As if it had never been written; a note that is gone stays gone."""
    own(action, by).notes.filter(pk=note).delete()


# The scale


@transaction.atomic
def describe_scale(
    action: Action,
    *,
    by: Person,
    words: Mapping[str, str | None],
    now: Scale.Level | None,
) -> Scale:
    """Put levels of the scale in one's own words; any of them may stay empty."""
    action = own_open(action, by)
    scale = Scale.objects.filter(action=action).first() or Scale(action=action)
    for level in LEVELS:
        setattr(scale, level, words.get(level))
    scale.now = now
    scale.save()
    return scale


@transaction.atomic
def rate(
    action: Action, *, by: Person, level: Scale.Level | None, at: datetime
) -> None:
    """Say where it has come, in one's own judgement; also after it is settled."""
    action = own(action, by)
    scale, _new = Scale.objects.get_or_create(action=action)
    scale.later = level
    scale.later_at = at if level is not None else None
    scale.save(update_fields=["later", "later_at"])


# Reminders


@transaction.atomic
def remind(action: Action, *, by: Person, due_at: datetime, at: datetime) -> Reminder:
    """Be reminded at this moment; the same moment twice is kept once."""
    action = own_open(action, by)
    if due_at <= at:
        raise InThePastError
    to_come = action.reminders.filter(posted_at__isnull=True)
    if to_come.exclude(due_at=due_at).count() >= MOST_REMINDERS:
        raise TooManyError
    reminder, _new = Reminder.objects.get_or_create(action=action, due_at=due_at)
    return reminder


@transaction.atomic
def forget_reminder(action: Action, *, by: Person, reminder: UUID) -> None:
    """One that was posted stays as a trace of itself."""
    to_come = own(action, by).reminders.filter(posted_at__isnull=True)
    to_come.filter(pk=reminder).delete()


@transaction.atomic
def post_reminder(reminder: UUID, *, at: datetime) -> bool:
    """Post it once, however many workers try; whether this one did."""
    if not Reminder.objects.due(at=at).filter(pk=reminder).exists():
        return False
    # On the row alone: PostgreSQL would not look again at what a join has found.
    still_to_post = Reminder.objects.filter(pk=reminder, posted_at__isnull=True)
    if not still_to_post.update(posted_at=at):
        return False
    action = Action.objects.select_related("owner").get(reminders=reminder)
    post_notice(
        kind=Notice.Kind.REMINDER,
        path=action.get_absolute_url(),
        person=action.owner,
        at=at,
    )
    return True
