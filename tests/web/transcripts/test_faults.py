"""What is wrong with a transcript is said, and nothing of it is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from askwell.web.transcripts.forms import (
    LARGEST,
    MOST_CAPTIONS,
    MOST_LINES,
    MOST_VOICES,
)
from askwell.web.transcripts.models import Upload
from factories import signed_in
from web.transcripts.held import SAID


def a_file(words: bytes, name: str = "meeting.vtt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words)


@pytest.fixture
def put(meeting_held):
    transcript = meeting_held.agreed()
    browser = signed_in(meeting_held.ana)
    address = reverse("transcripts:upload", args=[transcript.pk])
    return lambda form: browser.post(address, form)


def test_faults_are_said_with_their_line_and_lose_nothing(put):
    broken = SAID.replace("00:00:22.000 -->", "twenty past -->")

    answer = put({"pasted": broken})

    assert answer.status_code == 422
    assert "Line 6 could not be read" in answer.text
    assert "twenty past --&gt;" in answer.text
    assert not Upload.objects.exists()


def test_faults_of_a_file_are_laid_into_the_box_to_be_mended(put):
    broken = SAID.replace("00:00:22.000 -->", "twenty past -->")

    answer = put({"file": a_file(broken.encode())})

    assert "Line 6 could not be read" in answer.text
    assert "twenty past --&gt;" in answer.text


def test_faults_of_something_else_entirely_are_said_too(put):
    answer = put({"file": a_file(b"\x89PNG\r\n\x1a\n\0\0\0", "photo.png")})

    assert answer.status_code == 422
    assert "could not be read" in answer.text


def test_nothing_given_is_said(put):
    assert "Choose a file of at most 2 MB, or paste the transcript." in put({}).text


def test_too_much_is_refused(put):
    words = b"Ana: yes.\n" * (LARGEST // 10 + 1)

    answer = put({"file": a_file(words, "long.txt")})

    assert "That is more than 2 MB." in answer.text


@pytest.mark.parametrize(
    "words",
    [
        "Ana: Yes." + "\n" * (MOST_LINES + 1),
        "Ana: Yes?\nBen: No.\n" * (MOST_CAPTIONS // 2 + 1),
        "".join(f"Ana {chr(1000 + each)}: Yes.\n" for each in range(MOST_VOICES + 1)),
    ],
)
def test_what_is_longer_than_any_meeting_is_refused(put, words):
    """A small file may hold hours of reading."""
    answer = put({"pasted": words})

    assert answer.status_code == 422
    assert (
        "That is longer, or has more names, than any meeting. Cut it in two."
        in answer.text
    )
    assert not Upload.objects.exists()


def test_far_too_much_never_reaches_the_disk(put, settings):
    words = b"Ana: yes.\n" * (settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 10 + 1)

    answer = put({"file": a_file(words, "endless.txt")})

    assert answer.status_code == 422
    assert "Choose a file of at most 2 MB" in answer.text
    assert not Upload.objects.exists()
