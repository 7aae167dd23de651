"""From a meeting put into the calendar to what a mail program is handed."""

from datetime import timedelta
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from askwell.web.calendar.tasks import keep_calendars
from askwell.web.integrations.tasks import deliver_due_notices
from askwell.web.meetings import operations as meetings
from askwell.web.programmes import operations as sets
from askwell.web.programmes.queries import membership_of
from factories import a_person, a_set
from web.calendar.reading import meetings_in, method_of

pytestmark = pytest.mark.django_db

WEEK = timedelta(weeks=1)


@pytest.fixture
def kept(settings, tmp_path) -> Path:
    """Mails are written into a folder, as ASKWELL_MAIL=file does."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    settings.BASE_URL = "https://askwell.example"
    return tmp_path


@pytest.fixture
def amara():
    return a_person("Amara Okafor", email="amara@people.example")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist", email="jonas@people.example")


@pytest.fixture
def learning_set(amara, jonas):
    learning_set = a_set(amara, jonas, name="Thursday set")
    learning_set.time_zone = "Europe/London"
    learning_set.save()
    return learning_set


def posted(kept: Path) -> list[EmailMessage]:
    """Let the worker tell and post; what it posted, by the reader's address."""
    keep_calendars(at=timezone.now())
    deliver_due_notices(at=timezone.now())
    parser = BytesParser(policy=policy.SMTP)
    mails = [
        parser.parsebytes(one.removesuffix(b"-" * 79 + b"\n"))
        for file in kept.glob("*.log")
        for one in file.read_bytes().split(b"-" * 79 + b"\n")
        if one.strip()
    ]
    for file in kept.glob("*.log"):
        file.unlink()
    return sorted(mails, key=lambda one: one["To"])


def calendar_parts(mail: EmailMessage) -> list[EmailMessage]:
    return [part for part in mail.walk() if part.get_content_type() == "text/calendar"]


def in_calendar(mail: EmailMessage):
    """The method that the mail names, and the meeting its file holds."""
    [part] = calendar_parts(mail)
    ics = part.get_content().replace("\r\n", "\n").replace("\n", "\r\n").encode()
    [found] = meetings_in(ics)
    assert part.get_param("method") == method_of(ics)
    return part.get_param("method"), found


def test_a_meeting_arrives_moves_and_goes_in_everyones_calendar(
    amara, learning_set, kept
):
    starts_at = timezone.now().replace(microsecond=0) + WEEK
    meeting = meetings.schedule(learning_set, starts_at=starts_at, booked_minutes=90)
    asked = [in_calendar(mail) for mail in posted(kept)]
    meetings.move(meeting, starts_at=starts_at + WEEK, by=amara, at=timezone.now())
    moved = [in_calendar(mail) for mail in posted(kept)]
    meetings.cancel(meeting, by=amara, at=timezone.now())
    off = [in_calendar(mail) for mail in posted(kept)]

    assert [method for method, _ in (*asked, *moved, *off)] == [
        *["REQUEST"] * 4,
        *["CANCEL"] * 2,
    ]
    assert [one.starts_at for _, one in asked] == [starts_at] * 2
    assert [one.starts_at for _, one in moved] == [starts_at + WEEK] * 2
    assert {one.uid for _, one in (*asked, *moved, *off)} == {f"{meeting.pk}@askwell"}
    assert [each[0][1].sequence for each in (asked, moved, off)] == [0, 1, 2]


def test_who_leaves_is_handed_what_takes_the_meeting_away(jonas, learning_set, kept):
    starts_at = timezone.now().replace(hour=12) + WEEK
    meetings.schedule(learning_set, starts_at=starts_at, booked_minutes=90)
    posted(kept)

    sets.leave(membership_of(jonas, learning_set), at=timezone.now())

    [mail] = [mail for mail in posted(kept) if calendar_parts(mail)]
    assert (mail["To"], in_calendar(mail)[0]) == ("jonas@people.example", "CANCEL")
    words = mail.get_body(("plain",)).get_content()
    assert date_format(timezone.localtime(starts_at), "l j F Y") in words


def test_a_mail_that_was_overtaken_carries_no_file(amara, learning_set, kept):
    starts_at = timezone.now() + WEEK
    meeting = meetings.schedule(learning_set, starts_at=starts_at, booked_minutes=90)
    keep_calendars(at=timezone.now())
    meetings.move(meeting, starts_at=starts_at + WEEK, by=amara, at=timezone.now())

    mails = posted(kept)

    assert len(mails) == 4
    assert sum(bool(calendar_parts(mail)) for mail in mails) == 2


def test_no_word_of_the_set_is_in_any_part_of_it(learning_set, kept):
    starts_at = timezone.now() + WEEK
    meetings.schedule(learning_set, starts_at=starts_at, booked_minutes=90)

    for mail in posted(kept):
        for part in mail.walk():
            words = "" if part.is_multipart() else str(part.get_content())
            assert "Thursday" not in words
