"""A yes taken back deletes everything at once, and its key with it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.programmes.models import LedgerLine, SetMembership
from askwell.web.renewal import operations as renewal
from askwell.web.transcripts import operations, tasks
from askwell.web.transcripts.models import Transcript, Upload
from askwell.web.transcripts.operations import ending
from askwell.web.transcripts.refusals import NotReadError, Reason
from askwell.web.vault import cipher
from askwell.web.vault import operations as vault
from askwell.web.vault.models import Receipt
from factories import NOON, a_person, signed_in
from web.transcripts.held import fresh, joins, said

Outcome = Transcript.Outcome


def sealed_words(transcript: Transcript) -> bytes:
    """The bytes as a backup of the database would hold them."""
    return bytes(transcript.upload.__dict__["words"].sealed)


def opened(transcript: Transcript, sealed: bytes) -> str | None:
    return cipher.open(
        sealed,
        set_id=transcript.learning_set_id,
        author_id=transcript.pk,
        place=f"transcripts_upload.words:{transcript.pk}",
    )


@pytest.mark.parametrize("name", ["ana", "ben", "gil", "dee"])
def test_anybody_who_said_yes_deletes_it_at_once(meeting_held, name):
    transcript = meeting_held.read()

    operations.end(transcript, by=getattr(meeting_held, name), at=NOON)

    assert not Upload.objects.exists()
    assert fresh(transcript).outcome == Outcome.DELETED


def test_its_words_cannot_be_opened_from_a_backup_either(meeting_held):
    transcript = meeting_held.read()
    sealed = sealed_words(transcript)
    before = opened(transcript, sealed)

    operations.end(transcript, by=meeting_held.gil, at=NOON)

    assert "herons" in before
    assert opened(transcript, sealed) is None
    assert Receipt.objects.get().author_id == str(transcript.pk)
    assert fresh(transcript).forgotten_at == NOON


def test_no_other_words_of_the_set_go_with_it(meeting_held):
    contract = meeting_held.learning_set.contracts.first()
    transcript = meeting_held.read()

    operations.end(transcript, by=meeting_held.gil, at=NOON)

    contract.refresh_from_db()
    assert contract.words is not None


def test_somebody_who_has_left_takes_their_yes_back_all_the_same(meeting_held):
    transcript = meeting_held.read()
    SetMembership.objects.filter(person=meeting_held.dee).update(left_at=NOON)

    operations.end(transcript, by=meeting_held.dee, at=NOON)

    assert not Upload.objects.exists()


def test_it_can_be_taken_back_in_a_set_that_has_ended(meeting_held):
    transcript = meeting_held.read()
    meeting_held.learning_set.ended_at = NOON
    meeting_held.learning_set.save()

    operations.end(transcript, by=meeting_held.ben, at=NOON)

    assert not Upload.objects.exists()


def test_who_joined_afterwards_has_no_yes_to_take_back(meeting_held):
    transcript = meeting_held.read()
    eve = joins(meeting_held.learning_set)

    for person in (eve, a_person("Passer-by")):
        with pytest.raises(NotReadError, match=Reason.NOT_YOURS.name):
            operations.end(transcript, by=person, at=NOON)

    assert Upload.objects.exists()


def test_the_ledger_names_nobody(meeting_held):
    transcript = meeting_held.read()

    operations.end(transcript, by=meeting_held.ben, at=NOON)

    line = LedgerLine.objects.get(detail="deleted")
    assert (line.by, line.about) == (None, None)


def test_a_second_press_of_the_button_changes_nothing(meeting_held):
    transcript = meeting_held.read()
    operations.end(transcript, by=meeting_held.ben, at=NOON)

    with pytest.raises(NotReadError, match=Reason.ENDED.name):
        operations.end(transcript, by=meeting_held.ben, at=NOON)

    assert LedgerLine.objects.filter(detail="deleted").count() == 1


def test_after_a_deletion_everybody_may_be_asked_again(meeting_held):
    operations.end(meeting_held.read(), by=meeting_held.ben, at=NOON)

    again = meeting_held.asked()

    assert again.asked.filter(agreed_at__isnull=False).count() == 1
    with pytest.raises(NotReadError, match=Reason.NOT_ALL_SAID_YES.name):
        operations.put_in(again, said(), by=meeting_held.ana, at=NOON)


def test_whoever_was_cut_off_is_followed_by_a_worker(meeting_held):
    transcript = meeting_held.read()
    sealed = sealed_words(transcript)
    ending._end(transcript, by=meeting_held.ben, at=NOON)

    done = tasks.forget_ended_transcripts(at=NOON)

    assert done == 1
    assert opened(transcript, sealed) is None
    assert tasks.forget_ended_transcripts(at=NOON) == 0


def test_a_transcript_that_stands_is_not_forgotten(meeting_held):
    transcript = meeting_held.read()

    assert not operations.forget(transcript, at=NOON)
    assert fresh(transcript).upload.words is not None


def test_whoever_has_their_words_destroyed_leaves_no_transcript_behind(meeting_held):
    transcript = meeting_held.read()
    left_at = timezone.now()
    membership = SetMembership.objects.get(person=meeting_held.ben)
    membership.left_at = left_at
    membership.save()

    renewal.ask_to_be_forgotten(membership, by=meeting_held.ben, at=left_at)

    assert fresh(transcript).outcome == Outcome.DELETED
    assert fresh(transcript).forgotten_at == left_at


def test_whoever_leaves_is_shown_what_stands_on_their_yes(meeting_held):
    transcript = meeting_held.read()
    left_at = timezone.now()
    SetMembership.objects.filter(person=meeting_held.ben).update(left_at=left_at)
    farewell = reverse("renewal:farewell", args=[meeting_held.learning_set.pk])

    page = signed_in(meeting_held.ben).get(farewell).text

    assert reverse("transcripts:transcript", args=[transcript.pk]) in page


def test_a_set_whose_words_are_destroyed_takes_it_along(meeting_held):
    transcript = meeting_held.read()
    sealed = sealed_words(transcript)

    vault.shred_set(transcript.learning_set_id, at=NOON)

    assert opened(transcript, sealed) is None
    assert fresh(transcript).upload.cast is None
