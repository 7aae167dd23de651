"""Calendar files as whole files, to be read in review.

To renew them after a change that is meant, run
`RENEW_CALENDARS=1 pytest tests/web/calendar/test_golden.py` and read the diff.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from askwell.web.calendar import files
from askwell.web.calendar.models import Told
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet

GOLDEN = Path(__file__).parent / "golden"
RENEW = os.environ.get("RENEW_CALENDARS") == "1"
TOLD_AT = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def address(settings):
    settings.BASE_URL = "https://askwell.example"
    settings.DEFAULT_FROM_EMAIL = "Askwell <askwell@askwell.example>"


def told(*, number=1, zone="Europe/London", starts_at, sequence=0, is_off=False):
    """What Amara's calendar was told of a meeting, without a database."""
    meeting = Meeting(
        id=UUID(int=number),
        learning_set=LearningSet(
            id=UUID(int=7),
            name="Thursday set",
            purpose="Waiting times",
            time_zone=zone,
        ),
        starts_at=starts_at,
        booked_minutes=150,
    )
    return Told(
        meeting=meeting,
        person=Person(name="Amara Okafor", email="amara@people.example"),
        sequence=sequence,
        is_off=is_off,
        told_at=TOLD_AT,
    )


def an_afternoon(month, day, *, year=2026, hour=13):
    return datetime(year, month, day, hour, 0, tzinfo=UTC)


def invitation():
    return files.for_person(told(starts_at=an_afternoon(4, 9))).ics


def by_rota():
    """For a set whose members take turns: the way to the rota, and nobody's name."""
    return files.for_person(told(starts_at=an_afternoon(4, 9)), by_rota=True).ics


def moved():
    later = an_afternoon(4, 16)
    return files.for_person(told(starts_at=later, sequence=1)).ics


def cancelled():
    later = an_afternoon(4, 16)
    return files.for_person(told(starts_at=later, sequence=2, is_off=True)).ics


def southern():
    there = told(zone="Australia/Sydney", starts_at=an_afternoon(4, 9, hour=3))
    return files.for_person(there).ics


def no_yearly_rule():
    there = told(zone="Africa/Casablanca", starts_at=an_afternoon(4, 9))
    return files.for_person(there).ics


def subscription():
    """Two sets in two zones, and one meeting that was cancelled."""
    shown = [
        told(number=1, starts_at=an_afternoon(3, 26, hour=14)),
        told(number=2, starts_at=an_afternoon(4, 9), sequence=3, is_off=True),
        told(number=3, zone="America/New_York", starts_at=an_afternoon(4, 14)),
    ]
    return files.published(map(files.entry_of, shown), name="Set meetings")


FILES = (invitation, by_rota, moved, cancelled, southern, no_yearly_rule, subscription)


@pytest.mark.parametrize("written", FILES, ids=lambda one: one.__name__)
def test_the_file_is_as_it_was_agreed(written):
    golden = GOLDEN / f"{written.__name__}.ics"

    if RENEW:
        golden.write_bytes(written())

    assert written() == golden.read_bytes()


def test_every_golden_file_is_written_by_a_test():
    named = {one.__name__ for one in FILES}

    assert {each.stem for each in GOLDEN.glob("*.ics")} == named


@pytest.mark.parametrize(
    "golden", sorted(GOLDEN.glob("*.ics")), ids=lambda one: one.stem
)
def test_lines_are_folded_and_end_as_the_standard_says(golden):
    lines = golden.read_bytes().split(b"\r\n")

    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in golden.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "golden", sorted(GOLDEN.glob("*.ics")), ids=lambda one: one.stem
)
def test_no_word_of_the_set_is_in_it(golden):
    ics = golden.read_text()

    assert "Thursday" not in ics
    assert "Waiting" not in ics
