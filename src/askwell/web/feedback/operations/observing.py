"""Writing down what was seen of a facilitator, signing it, and what its owner does."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.feedback import rules
from askwell.web.feedback.models import Observation, Showing, Watch
from askwell.web.feedback.queries.observing import (
    consent_was_withdrawn,
    drafts_to_forget,
    is_witnessed,
)
from askwell.web.feedback.queries.slots import Worked, look_at
from askwell.web.feedback.reading import Rating, is_complete, ratings_in, written
from askwell.web.feedback.refusals import NotDoneError, Reason, need
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice


@transaction.atomic
def begin(
    watch: Watch, *, meeting: Meeting, slot: int, by: Person, at: datetime
) -> Observation:
    """Begin to write about a slot that was watched from beginning to end."""
    fits = watch.observer == by and watch.learning_set_id == meeting.learning_set_id
    need(fits and watch.covers(meeting), Reason.NOT_YOURS_TO_DO)
    _check_consent(meeting, observer=by)
    _check_the_log(meeting, slot, person=watch.person, observer=by)
    observation, _is_new = Observation.objects.get_or_create(
        person=watch.person,
        observer=by,
        meeting_key=meeting.pk,
        slot=slot,
        defaults={
            "set_key": meeting.learning_set_id,
            "took_place_at": meeting.opened_at or meeting.starts_at,
            "begun_at": at,
        },
    )
    return observation


def _check_consent(meeting: Meeting, *, observer: Person) -> None:
    """One member’s no is enough, also afterwards, as long as nothing is signed."""
    withdrawn = consent_was_withdrawn(observer, meeting)
    need(not withdrawn, Reason.CONSENT_WITHDRAWN)


def _check_the_log(
    meeting: Meeting, slot: int, *, person: Person, observer: Person
) -> None:
    found = _slot(meeting, slot)
    fits = found is not None and is_witnessed(found, person, observer)
    need(fits, Reason.NOT_THERE)


def _slot(meeting: Meeting, number: int) -> Worked | None:
    looked = look_at(meeting)
    slots = looked.slots if looked else ()
    return next((each for each in slots if each.number == number), None)


@transaction.atomic
def write(
    observation: Observation, ratings: Mapping[str, Rating], *, by: Person
) -> None:
    """Keep a draft, however little of it there is; nobody else reads it."""
    observation = _held(observation.pk)
    need(rules.can_write(by, observation), Reason.NOT_YOURS_TO_DO)
    observation.ratings = written(ratings)
    observation.save(update_fields=["ratings"])


@transaction.atomic
def sign(observation: Observation, *, by: Person, at: datetime) -> None:
    """From now on it belongs to whom it is about; the observer reads it no more.

    Only what the log of the meeting bears out can be signed, and only while all of
    the set are content with it.
    """
    observation = _held(observation.pk)
    need(rules.can_write(by, observation), Reason.NOT_YOURS_TO_DO)
    need(is_complete(ratings_in(observation.ratings)), Reason.RATE_ALL)
    meeting = Meeting.objects.filter(pk=observation.meeting_key).first()
    if meeting is None:
        raise NotDoneError(Reason.NOT_THERE)
    _check_consent(meeting, observer=by)
    _check_the_log(meeting, observation.slot, person=observation.person, observer=by)
    observation.signed_at = at
    observation.save(update_fields=["signed_at"])
    post_notice(
        kind=Notice.Kind.OBSERVED,
        path=f"/observations/{observation.pk}/",
        person=observation.person,
        by=by,
        at=at,
    )


@transaction.atomic
def take_back(observation: Observation, *, by: Person) -> None:
    """Take the signature back to correct something, until it has been read."""
    observation = _held(observation.pk)
    need(rules.can_correct(by, observation), Reason.SEEN)
    observation.signed_at = None
    observation.save(update_fields=["signed_at"])


@transaction.atomic
def discard(observation: Observation, *, by: Person) -> None:
    """What was never signed is deleted."""
    observation = _held(observation.pk)
    need(rules.can_write(by, observation), Reason.NOT_YOURS_TO_DO)
    observation.delete()


def forget_drafts(*, at: datetime) -> int:
    """What lies unsigned for long, or may no longer be signed, is kept by nobody."""
    gone, _ = drafts_to_forget(at=at).delete()
    return gone


def open_it(observation: Observation, *, by: Person, at: datetime) -> None:
    """Its owner reads it: from now on it stays as it is, and counts."""
    mine = Observation.objects.filter(pk=observation.pk, person=by, seen_at=None)
    mine.filter(signed_at__isnull=False).update(seen_at=at)


@transaction.atomic
def answer(observation: Observation, words: str, *, by: Person) -> None:
    """Whom it is about says something to it; empty words take that away."""
    observation = _held(observation.pk)
    need(rules.owns(by, observation), Reason.NOT_YOURS_TO_DO)
    observation.answer = words or None
    observation.save(update_fields=["answer"])


@transaction.atomic
def leave_out(observation: Observation, *, left_out: bool, by: Person) -> None:
    """Keep it out of one's own passport, or put it in again."""
    observation = _held(observation.pk)
    need(rules.owns(by, observation), Reason.NOT_YOURS_TO_DO)
    observation.left_out = left_out
    observation.save(update_fields=["left_out"])


@transaction.atomic
def show(
    observation: Observation, reader: Person | None, *, by: Person, at: datetime
) -> None:
    """Let one more person read it: the observer, a supervisor."""
    observation = _held(observation.pk)
    need(rules.owns(by, observation), Reason.NOT_YOURS_TO_DO)
    if reader is None:
        raise NotDoneError(Reason.NOT_FOUND)
    if reader == by:
        return
    _showing, is_new = Showing.objects.get_or_create(
        observation=observation, reader=reader, defaults={"shown_at": at}
    )
    if is_new:
        post_notice(
            kind=Notice.Kind.TRAINING,
            path=f"/observations/{observation.pk}/",
            person=reader,
            by=by,
            at=at,
        )


@transaction.atomic
def show_no_more(observation: Observation, reader_id: UUID, *, by: Person) -> None:
    observation = _held(observation.pk)
    need(rules.owns(by, observation), Reason.NOT_YOURS_TO_DO)
    observation.showings.filter(reader=reader_id).delete()


def _held(key: UUID) -> Observation:
    rows = Observation.objects.select_for_update(of=("self",))
    return rows.select_related("person", "observer").get(pk=key)
