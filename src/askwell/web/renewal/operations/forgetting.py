"""Destroying the keys of an ended set, safely over crashes and many workers.

Three steps, each of its own transaction: say that it begins (from then on nobody can
undo the end), destroy the keys, say that it is done. Whoever is cut off between them
is followed by another who finishes; doing a step twice changes nothing.
"""

from datetime import datetime

from django.db import transaction

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice
from askwell.web.programmes.models import LearningSet, LedgerLine
from askwell.web.programmes.operations import enter
from askwell.web.programmes.operations.holding import hold_even_ended
from askwell.web.renewal import queries
from askwell.web.renewal.models import Ending
from askwell.web.renewal.operations.ending import tell
from askwell.web.vault import operations as vault


def forget_set(learning_set: LearningSet, *, at: datetime) -> bool:
    """Whether its words were destroyed now, by this worker."""
    if not _begin(learning_set, at=at):
        return False
    receipt = vault.shred_set(learning_set.pk, at=at)
    return _finish(learning_set, at=receipt.shredded_at)


@transaction.atomic
def _begin(learning_set: LearningSet, *, at: datetime) -> bool:
    """Pass the point of no return, if the day has come."""
    held = hold_even_ended(learning_set)
    ending = Ending.objects.filter(learning_set=held).first()
    if ending is None or held.forgotten_at or held.forget_on is None:
        return False
    if ending.begun_at is None:
        if queries.today_in(held, at=at) < held.forget_on:
            return False
        ending.begun_at = at
        ending.save(update_fields=["begun_at"])
    return True


@transaction.atomic
def _finish(learning_set: LearningSet, *, at: datetime) -> bool:
    """Write down that it is done and tell everyone, once.

    What the set was for, in its own words, and its rooms elsewhere go as well: they
    lay unsealed, for those who were invited.
    """
    held = hold_even_ended(learning_set)
    if held.forgotten_at:
        return False
    held.forgotten_at = at
    held.purpose = held.meeting_link = ""
    held.save(update_fields=["forgotten_at", "purpose", "meeting_link"])
    Meeting.objects.filter(learning_set=held).update(link="")
    enter(held, LedgerLine.Kind.FORGOTTEN, by=None, at=at)
    tell(held, Notice.Kind.FORGOTTEN, by=None, at=at)
    return True
