"""Asking everybody whether a transcript may be read, and hearing their yes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import LedgerLine
from askwell.web.programmes.operations import enter
from askwell.web.programmes.operations.holding import hold
from askwell.web.transcripts import queries, rules
from askwell.web.transcripts.models import Asked, Transcript
from askwell.web.transcripts.refusals import NotReadError, Reason, need


@transaction.atomic
def propose(
    meeting: Meeting, *, origin: str = "", by: Person, at: datetime
) -> Transcript:
    """Ask everybody about one meeting; whoever asks says yes by asking.

    A no stands: a meeting that somebody did not want read is not asked about again.
    """
    learning_set = hold(meeting.learning_set)
    need(rules.can_propose(by, meeting), Reason.NOT_YOURS)
    need(meeting.closed_at is not None, Reason.NOT_HELD)
    _need_unasked(meeting)
    transcript = Transcript.objects.create(
        learning_set=learning_set,
        meeting=meeting,
        proposed_by=by,
        proposed_at=at,
        origin=origin or None,
    )
    _ask(transcript, queries.people_to_ask(meeting), by=by, at=at)
    transcript.asked.filter(person=by).update(agreed_at=at)
    enter(learning_set, LedgerLine.Kind.TRANSCRIPT, by=by, at=at, detail="proposed")
    return transcript


def _need_unasked(meeting: Meeting) -> None:
    before = Transcript.objects.filter(meeting=meeting)
    declined = before.filter(outcome=Transcript.Outcome.DECLINED)
    need(not before.alive().exists(), Reason.ASKED_ALREADY)
    need(not declined.exists(), Reason.DECLINED)


def _ask(
    transcript: Transcript,
    people: Mapping[Person, bool],
    *,
    by: Person | None,
    at: datetime,
) -> None:
    Asked.objects.bulk_create(
        Asked(transcript=transcript, person=person, was_there=was_there)
        for person, was_there in people.items()
    )
    post_notices(
        people,
        kind=Notice.Kind.TRANSCRIPT_ASKED,
        path=f"/transcripts/{transcript.pk}/",
        by=by,
        at=at,
        set_id=transcript.learning_set_id,
    )


@transaction.atomic
def agree(transcript: Transcript, *, by: Person, at: datetime) -> None:
    """One yes. Whoever joined the set meanwhile is asked as well."""
    hold(transcript.learning_set)
    transcript = standing(transcript)
    mine = queries.own_answer(by, transcript)
    if mine is None:
        raise NotReadError(Reason.NOT_YOURS)
    if mine.agreed_at is None:
        mine.agreed_at = at
        mine.save(update_fields=["agreed_at"])
    ask_whoever_joined(transcript, at=at)


@transaction.atomic
def ask_whoever_joined(transcript: Transcript, *, at: datetime) -> bool:
    """Whether anybody has to be asked who had not been."""
    joined = queries.not_yet_asked(transcript)
    if joined:
        _ask(transcript, joined, by=None, at=at)
    return bool(joined)


def standing(transcript: Transcript) -> Transcript:
    """As it is now, under the set's lock; one that has ended is refused."""
    transcript = Transcript.objects.select_related("learning_set", "upload").get(
        pk=transcript.pk
    )
    need(not transcript.outcome, Reason.ENDED)
    return transcript
