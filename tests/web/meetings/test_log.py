"""The meeting's log: dense, complete, and without a word in clear."""

from datetime import timedelta

import pytest

from askwell.process.evolve import replay
from askwell.web.meetings import log
from askwell.web.meetings.models import Entry, Meeting, Words
from askwell.web.vault import cipher
from factories import NOON
from web.meetings.rooms import a_meeting

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_was_written_is_read_back_in_order() -> None:
    held = a_meeting()
    held.note("ana", "What is underneath that worry?")

    events = log.read(held.id)

    assert [event.number for event in events] == list(range(1, len(events) + 1))
    assert events[-1].words == "What is underneath that worry?"
    assert Meeting.objects.get(pk=held.id).head == events[-1].number


def test_reading_goes_on_after_a_number() -> None:
    held = a_meeting()
    held.note("ana", "First")
    held.note("ben", "Second")

    events = log.read(held.id, after=held.head - 1)

    assert [event.words for event in events] == ["Second"]


def test_entries_carry_no_words_and_words_are_sealed() -> None:
    held = a_meeting()
    held.note("ana", "Nobody but Ana reads this")

    entry = Entry.objects.get(meeting=held.id, number=held.head)
    row = Words.objects.get(meeting=held.id, number=held.head)

    assert "Ana reads" not in str(entry.data)
    assert b"Ana reads" not in bytes(row.sealed)
    assert row.author_id == held.person("ana")


def test_words_moved_to_another_entry_do_not_open() -> None:
    held = a_meeting()
    held.note("ana", "Here")
    moved = Words.objects.get(meeting=held.id, number=held.head)
    held.note("ana", "There")
    there = Words.objects.filter(meeting=held.id, number=held.head)

    there.update(sealed=moved.sealed)

    with pytest.raises(cipher.Tampered):
        log.read(held.id)


def test_the_log_replays_after_an_authors_words_are_forgotten() -> None:
    held = a_meeting()
    held.note("ana", "To be forgotten")
    held.note("ben", "To be kept")
    before = log.state(held.id)

    cipher.keystore().shred_author(
        str(held.learning_set), held.person("ana"), at=NOON + timedelta(days=1)
    )
    after = replay(log.read(held.id))

    assert [note.words for note in after.notes.values()] == [None, "To be kept"]
    assert after.head == before.head
    assert after.people == before.people
