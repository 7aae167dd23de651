"""Putting a transcript in once everybody has said yes, and saying who is who."""

from datetime import datetime

from django.db import transaction

from askwell.transcripts.transcript import Transcript as Said
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, LedgerLine
from askwell.web.programmes.operations import enter
from askwell.web.programmes.operations.holding import hold
from askwell.web.transcripts import casting, queries, rules, sealing
from askwell.web.transcripts.casting import Cast
from askwell.web.transcripts.models import Transcript, Upload
from askwell.web.transcripts.operations.asking import ask_whoever_joined, standing
from askwell.web.transcripts.refusals import NotReadError, Reason, need


def put_in(transcript: Transcript, said: Said, *, by: Person, at: datetime) -> Upload:
    """Seal what was said; who is who is guessed and can be put right.

    Whoever joined the set after everybody was asked is asked first.
    """
    if not hasattr(transcript, "upload") and ask_whoever_joined(transcript, at=at):
        raise NotReadError(Reason.SOMEBODY_JOINED)
    return _put_in(transcript, said, by=by, at=at)


@transaction.atomic
def _put_in(transcript: Transcript, said: Said, *, by: Person, at: datetime) -> Upload:
    learning_set = hold(transcript.learning_set)
    transcript = standing(transcript)
    need(rules.can_put_in(by, transcript), Reason.NOT_YOURS)
    need(queries.all_said_yes(transcript), Reason.NOT_ALL_SAID_YES)
    guess = casting.guess(
        said,
        queries.people_who_agreed(transcript),
        queries.parts_in(transcript.meeting),
    )
    upload, _ = Upload.objects.update_or_create(
        transcript=transcript,
        defaults={
            "uploaded_by": by,
            "uploaded_at": at,
            "words": sealing.written(said),
            "cast": casting.written(guess),
        },
    )
    enter(learning_set, LedgerLine.Kind.TRANSCRIPT, by=by, at=at, detail="read")
    return upload


@transaction.atomic
def cast(transcript: Transcript, who: Cast, *, by: Person, at: datetime) -> None:
    """Say who each name is, and which part they had."""
    hold(transcript.learning_set)
    transcript = standing(transcript)
    need(rules.can_cast(by, transcript), Reason.NOT_YOURS)
    known = {str(each.pk) for each in queries.people_who_agreed(transcript)}
    chosen = {part.person for part in who.values() if part.person}
    need(chosen <= known, Reason.UNKNOWN_PERSON)
    need(bool(chosen), Reason.NOBODY_SPEAKS)
    upload = Upload.objects.select_related("transcript").get(transcript=transcript)
    upload.cast = casting.written(who)
    upload.save(update_fields=["cast"])


@transaction.atomic
def take_a_copy(learning_set: LearningSet, *, by: Person, at: datetime) -> None:
    """Enter into the ledger that somebody took the report along as a file."""
    enter(learning_set, LedgerLine.Kind.EXPORT, by=by, at=at, detail="transcript")
