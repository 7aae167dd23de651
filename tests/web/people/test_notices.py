"""The notice board and its delivery by mail."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from askwell.web.people import tasks
from askwell.web.people.models import Notice
from askwell.web.people.operations import post_notice
from factories import NOON, a_person, minutes

pytestmark = pytest.mark.django_db


def a_notice(kind=Notice.Kind.CONVENED, path="/meetings/1/", **to):
    to = to or {"person": a_person()}
    return post_notice(kind=kind, path=path, at=NOON, **to)


def test_a_notice_is_mailed_once():
    a_notice(person=a_person("Amara Okafor", email="amara@people.example"))

    assert tasks.deliver_due_notices(at=NOON) == 1
    assert tasks.deliver_due_notices(at=NOON + timedelta(days=1)) == 0
    assert [letter.to for letter in mail.outbox] == [["amara@people.example"]]


@pytest.mark.parametrize("kind", Notice.Kind.values)
def test_every_kind_says_where_to_go(kind, settings):
    settings.BASE_URL = "https://askwell.example"
    by = a_person("Jonas Lindqvist")
    post_notice(kind=kind, path="/somewhere/", person=a_person(), by=by, at=NOON)

    tasks.deliver_due_notices(at=NOON)

    [letter] = mail.outbox
    assert "https://askwell.example/somewhere/" in letter.body
    assert "Nothing that is said in a set is ever put into a mail." in letter.body
    assert "\n" not in letter.subject


def test_an_invitation_goes_to_an_address_that_nobody_has_yet():
    a_notice(Notice.Kind.INVITED, address="new@people.example", by=a_person("Jonas"))

    tasks.deliver_due_notices(at=NOON)

    [letter] = mail.outbox
    assert letter.to == ["new@people.example"]
    assert letter.subject == "Jonas invites you to an action learning set"


def test_a_notice_goes_to_somebody():
    with pytest.raises(IntegrityError), transaction.atomic():
        post_notice(kind=Notice.Kind.CONVENED, path="/", at=NOON)


def test_a_letter_sent_twice_can_be_known_for_one():
    notice = a_notice()
    tasks.deliver_due_notices(at=NOON)
    Notice.objects.update(delivered_at=None)
    tasks.deliver_due_notices(at=NOON)

    ids = {letter.extra_headers["Message-ID"] for letter in mail.outbox}
    assert ids == {f"<{notice.id}@127.0.0.1>"}


@pytest.fixture
def closed_post(settings):
    settings.EMAIL_BACKEND = "closed_post.ClosedPost"


def test_a_fault_is_tried_again_later_and_later(closed_post):
    notice = a_notice()

    for wait in (1, 2, 4):
        notice.refresh_from_db()
        at = notice.leased_until or NOON
        assert tasks.deliver_due_notices(at=at) == 0
        notice.refresh_from_db()
        assert notice.leased_until - at == minutes(wait)


def test_in_the_end_it_is_given_up(closed_post):
    notice = a_notice()

    for day in range(Notice.MOST_ATTEMPTS + 2):
        tasks.deliver_due_notices(at=NOON + timedelta(days=day))

    notice.refresh_from_db()
    assert notice.attempts == Notice.MOST_ATTEMPTS


def test_a_notice_in_another_workers_hands_is_left_alone_until_the_lease_ends():
    notice = a_notice()
    [leased] = tasks._leased(at=NOON)
    assert leased == notice

    assert tasks.deliver_due_notices(at=NOON + minutes(1)) == 0
    assert tasks.deliver_due_notices(at=NOON + tasks.LEASE) == 1


def test_looking_for_due_notices_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        tasks.deliver_due_notices(at=NOON)


def test_what_was_mailed_long_ago_is_forgotten():
    a_notice()
    tasks.deliver_due_notices(at=NOON)
    later = a_notice()

    tasks.deliver_due_notices(at=NOON + timedelta(days=31))

    assert list(Notice.objects.all()) == [later]
