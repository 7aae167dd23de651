"""What people say before the sets are made is nobody's to read, nor to keep."""

import logging

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import operations, weeks
from askwell.web.intake.models import Intake
from askwell.web.intake.tasks import forget_leavers
from askwell.web.integrations.tasks import deliver_due_notices
from askwell.web.people.models import Notice
from factories import a_person, a_set, signed_in
from web.decisions import ROWS
from web.intake.programme import Status, a_programme_of_two, asked_at

pytestmark = pytest.mark.django_db

CHALLENGE = "Which herons do we tell about the merger first?"
APART = "Xaver Quellenbrand"
WEEK = weeks.span(2, (9, 12))
SECRETS = (CHALLENGE, "herons", APART, "Quellenbrand", weeks.written(WEEK))


def pages_of_programmes() -> list[str]:
    """Every page that is about a programme, whichever app draws it."""
    about = "of_programme"
    return [row.name for row in ROWS if row.get and _named(row.path) == about]


def _named(path) -> str:
    return path.__name__ if path else ""


@pytest.fixture
def both():
    return a_programme_of_two()


@pytest.fixture
def noor(both):
    """Of the first organisation, with everything said."""
    noor = a_person("Noor Idris")
    _says_all(both, noor, both.home)
    return noor


def _says_all(both, person, partner) -> Enrolment:
    asked = asked_at(both, person, partner=partner)
    at = timezone.now()
    operations.join(asked, person=person, at=at)
    operations.say_when(asked, by=person, week=WEEK)
    operations.say_challenge(asked, by=person, words=CHALLENGE, may_compare=True)
    operations.say_apart(asked, by=person, words=APART)
    operations.finish(asked, by=person, at=at)
    return asked


def what_is_kept() -> bytes:
    """Every value of every row of every table, as the database has it."""
    found = b""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                found += b" ".join(
                    each if isinstance(each, bytes) else str(each).encode()
                    for each in row
                )
    return found


def test_the_words_lie_sealed(noor):
    kept = what_is_kept()

    assert [word.encode() in kept for word in (CHALLENGE, "herons", APART)] == [
        False
    ] * 3
    assert Intake.objects.get(owner=noor).challenge == CHALLENGE


def test_no_page_of_a_manager_shows_them(both, noor):
    pages = pages_of_programmes()
    for manager in (both.whole, both.speaks):
        browser = signed_in(manager)
        for name in pages:
            for shown in ("", "yes"):
                address = reverse(name, args=[both.programme.pk])
                answer = browser.get(address, {"show": shown}, follow=True)
                for secret in SECRETS:
                    assert secret.encode() not in answer.getvalue(), (name, secret)
    assert {"intake:replies", "enrolments:people", "running:attendance"} < set(pages)


def test_no_letter_notice_or_log_has_them(both, noor, caplog):
    caplog.set_level(logging.DEBUG)
    operations.remind_once_more(at=timezone.now())
    asked = Enrolment.objects.get(person=noor)

    operations.leave(asked, person=noor, at=timezone.now())
    deliver_due_notices(at=timezone.now())

    told = " ".join(f"{one.path} {one.kind}" for one in Notice.objects.all())
    told += " ".join(f"{one.subject} {one.body}" for one in mail.outbox) + caplog.text
    assert [secret in told for secret in SECRETS] == [False] * len(SECRETS)


def test_their_own_author_reads_them_again(noor):
    enrolment = Enrolment.objects.get(person=noor)
    words = [
        signed_in(noor).get(reverse("intake:say", args=[enrolment.pk, step])).text
        for step in ("challenge", "apart")
    ]

    assert [CHALLENGE in words[0], APART in words[1]] == [True, True]


def test_winding_up_deletes_every_intake_of_the_programme_and_no_other(both, noor):
    other = a_programme_of_two()
    mei = a_person("Mei Chen")
    _says_all(other, mei, other.home)

    assert operations.forget(both.programme) == 1

    assert [one.owner for one in Intake.objects.all()] == [mei]


@pytest.mark.parametrize("status", [Status.LEFT, Status.DECLINED])
def test_whoever_was_taken_off_the_list_is_forgotten_as_well(both, noor, status):
    Enrolment.objects.filter(person=noor).update(status=status)

    assert [forget_leavers(at=timezone.now()) for _ in range(2)] == [1, 0]
    assert not Intake.objects.exists()


def test_leaving_one_programme_leaves_ones_own_words_elsewhere_readable(both, noor):
    other = a_programme_of_two()
    _says_all(other, noor, other.home)
    here = Enrolment.objects.get(person=noor, programme=both.programme)

    operations.leave(here, person=noor, at=timezone.now())

    assert Intake.objects.get(owner=noor).challenge == CHALLENGE


def test_two_organisations_share_a_set_and_neither_reads_of_the_others(both, noor):
    mei = a_person("Mei Chen")
    _says_all(both, mei, both.partner)
    learning_set = a_set(noor, mei, name="Alders")
    learning_set.cohort = both.programme.cohorts.get()
    learning_set.save()

    of_partner = signed_in(both.speaks)
    theirs = of_partner.get(reverse("intake:replies", args=[both.programme.pk])).text
    hers = Enrolment.objects.get(person=noor)
    asked = [
        of_partner.get(reverse("intake:say", args=[hers.pk, "apart"])).status_code,
        of_partner.get(learning_set.get_absolute_url()).status_code,
        of_partner.get(
            reverse("programmes:people", args=[learning_set.pk])
        ).status_code,
        of_partner.get(
            reverse("intake:levels", args=[both.programme.pk, both.home.pk])
        ).status_code,
    ]

    assert [mei.name in theirs, noor.name in theirs] == [True, False]
    assert asked == [404] * 4
    whole = signed_in(both.whole).get(learning_set.get_absolute_url())
    assert whole.status_code == 404
