"""A no, a yes taken back, a transcript deleted: one thing, and at once.

In two steps, so that nothing is left half done: the rows go and it is written down;
then the key goes, by this worker or by the next.
"""

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, LedgerLine
from askwell.web.programmes.operations import enter
from askwell.web.programmes.operations.holding import hold_even_ended
from askwell.web.transcripts import rules
from askwell.web.transcripts.models import Asked, Transcript, Upload
from askwell.web.transcripts.operations.asking import standing
from askwell.web.transcripts.refusals import NotReadError, Reason, need
from askwell.web.vault import operations as vault

Outcome = Transcript.Outcome


def end(transcript: Transcript, *, by: Person, at: datetime) -> None:
    """It is not read, or read no longer; who ended it is written nowhere.

    Also in a set that has ended: a yes can be taken back as long as there are words.
    """
    forget(_end(transcript, by=by, at=at), at=at)


def end_all_of(person: Person, learning_set: LearningSet, *, at: datetime) -> None:
    """Whoever has their words in a set destroyed leaves no transcript behind either.

    Doing so twice changes nothing: whoever was cut off begins anew.
    """
    mine = Asked.objects.concerned().filter(person=person)
    alive = Transcript.objects.alive().filter(learning_set=learning_set)
    for transcript in alive.filter(asked__in=mine).select_related("learning_set"):
        # Somebody else may have ended it just now.
        with suppress(NotReadError):
            end(transcript, by=person, at=at)


@transaction.atomic
def _end(transcript: Transcript, *, by: Person, at: datetime) -> Transcript:
    learning_set = hold_even_ended(transcript.learning_set)
    transcript = standing(transcript)
    need(rules.can_end(by, transcript), Reason.NOT_YOURS)
    gone, _ = Upload.objects.filter(transcript=transcript).delete()
    outcome = Outcome.DELETED if gone else Outcome.DECLINED
    transcript.outcome, transcript.ended_at, transcript.origin = outcome, at, None
    transcript.save(update_fields=["outcome", "ended_at", "origin"])
    # Nobody can be found by the yes that is missing.
    transcript.asked.update(agreed_at=None)
    enter(learning_set, LedgerLine.Kind.TRANSCRIPT, by=None, at=at, detail=str(outcome))
    return transcript


def forget(transcript: Transcript, *, at: datetime) -> bool:
    """Destroy the key of an ended transcript; whether it was done now."""
    if not transcript.outcome or transcript.forgotten_at:
        return False
    vault.shred_author(transcript.learning_set_id, transcript.pk, at=at)
    unforgotten = Transcript.objects.filter(pk=transcript.pk, forgotten_at=None)
    return bool(unforgotten.update(forgotten_at=at))
