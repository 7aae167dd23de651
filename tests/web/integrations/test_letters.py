"""Every mail in full, kept in `letters/` to be read in review.

After a change of words run this file with RENEW_LETTERS=1 in the environment, and look
at what differs before it is committed.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.core import mail

from askwell.web.calendar.models import Told
from askwell.web.integrations import tasks
from askwell.web.integrations.mail.letters import notice_letter
from askwell.web.integrations.operations import choices
from askwell.web.meetings.models import Meeting
from askwell.web.people.account_letters import LETTERS
from askwell.web.people.letters import code_letter, compose
from askwell.web.people.models import AddressProof, Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import LearningSet
from factories import NOON, a_person
from web.integrations import readable

pytestmark = pytest.mark.django_db

Kind = Notice.Kind
IN_THE_CALENDAR = {Kind.CONVENED: 0, Kind.MOVED: 1, Kind.CANCELLED: 2}
ABOUT_A_MEETING = {*IN_THE_CALENDAR, Kind.SOON, Kind.TOO_FEW, Kind.PRESENTING}


def numbered(number: int) -> UUID:
    return UUID(int=number)


@pytest.fixture(autouse=True)
def house(settings) -> None:
    settings.BASE_URL = "https://askwell.example"
    settings.DEFAULT_FROM_EMAIL = "Askwell <askwell@askwell.example>"


@pytest.fixture
def amara() -> Person:
    return Person.objects.create(
        pk=numbered(1),
        email="amara@people.example",
        name="Amara Okafor",
        time_zone="Africa/Lagos",
    )


@pytest.fixture
def meeting() -> Meeting:
    learning_set = LearningSet.objects.create(
        pk=numbered(2), name="Nobody reads this name", time_zone="Europe/Berlin"
    )
    return Meeting.objects.create(
        pk=numbered(3),
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=150,
        starts_at=datetime(2026, 3, 12, 13, 0, tzinfo=UTC),
    )


def a_letter(kind: Kind, amara: Person, meeting: Meeting, by: Person | None):
    path = f"/meetings/{meeting.pk}/" if kind in ABOUT_A_MEETING else "/somewhere/"
    notice = post_notice(kind=kind, path=path, person=amara, by=by, at=NOON)
    Notice.objects.filter(pk=notice.pk).update(id=numbered(4))
    notice = Notice.objects.get()
    if kind in IN_THE_CALENDAR:
        Told.objects.create(
            meeting=meeting,
            person=amara,
            sequence=IN_THE_CALENDAR[kind],
            is_off=kind == Kind.CANCELLED,
            told_at=NOON,
            notice=notice,
        )
    return notice_letter(notice)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.INVITED])
def test_a_letter_of_each_kind(kind, amara, meeting):
    by = a_person("Jonas Lindqvist")

    readable.check(kind, a_letter(kind, amara, meeting, by))


def test_an_invitation(amara):
    notice = post_notice(
        kind=Kind.INVITED, path="/join/abc/", address=amara.email, by=amara, at=NOON
    )
    notice.pk = numbered(4)

    readable.check("invited", notice_letter(notice))


def test_a_code():
    proof = AddressProof(email="new@people.example")

    letter = code_letter(proof, "123456")
    letter.extra_headers["Message-ID"] = "<code@askwell.example>"

    readable.check("code", letter)


@pytest.mark.parametrize("name", LETTERS)
def test_what_is_mailed_about_an_account(name):
    context = {
        "code": "123456",
        "email": "amara@people.example",
        "password_reset_url": "https://askwell.example/accounts/password/reset/",
        "signup_url": "https://askwell.example/accounts/signup/",
    }
    letter = compose(LETTERS[name](context), to="amara@people.example")
    letter.extra_headers["Message-ID"] = "<account@askwell.example>"

    readable.check(name, letter)


def test_the_mail_of_the_day(amara, monkeypatch):
    choices.choose(amara, digest_hour=8, set="digest", meetings="digest")
    for number, kind in enumerate((Kind.CONTRACT, Kind.SOON, Kind.HEALTH), start=5):
        notice = post_notice(kind=kind, path="/somewhere/", person=amara, at=NOON)
        Notice.objects.filter(pk=notice.pk).update(
            id=numbered(number), created_at=NOON + timedelta(minutes=number)
        )
    tomorrow = NOON + timedelta(days=1)
    tasks.deliver_due_notices(at=NOON)
    tasks.make_digests(at=tomorrow)
    tasks.deliver_due_notices(at=tomorrow)
    [letter] = mail.outbox
    letter.extra_headers["Message-ID"] = "<digest@askwell.example>"

    readable.check("digest", letter)


@pytest.mark.parametrize("kind", Kind)
def test_no_letter_tells_of_the_set_or_loads_anything(kind, amara, meeting):
    letter = readable.readable(a_letter(kind, amara, meeting, None))

    for telling in ("Nobody reads this name", "<img", "url(", "<link", "<script"):
        assert telling not in letter


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_says_where_to_go_and_what_is_never_mailed(kind, amara, meeting):
    letter = a_letter(kind, amara, meeting, a_person("Jonas Lindqvist"))

    html, *_ = letter.alternatives
    for words in (letter.body, html.content):
        assert f"https://askwell.example/notices/{numbered(4)}/" in words
        assert "Nothing that is said in a set is ever put into a mail." in words
    assert "\n" not in letter.subject
