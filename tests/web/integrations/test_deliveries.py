"""Notices leave the house: once, by the ways people chose, also over faults."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from askwell.web.integrations import queries, tasks
from askwell.web.integrations.models import Delivery, Way
from askwell.web.integrations.operations import choices, outbox
from askwell.web.people.models import Notice
from askwell.web.people.operations import post_notice
from factories import NOON, a_person, minutes

pytestmark = pytest.mark.django_db

Kind, State = Notice.Kind, Delivery.State
DAY = timedelta(days=1)


def a_notice(person=None, kind=Kind.SOON, path="/meetings/1/", **more):
    to = {} if "address" in more else {"person": person or a_person()}
    return post_notice(kind=kind, path=path, at=NOON, **to, **more)


def deliver(at=NOON):
    return tasks.deliver_due_notices(at=at)


def test_a_notice_is_mailed_once():
    a_notice(a_person("Amara Okafor", email="amara@people.example"))

    assert (deliver(), deliver(NOON + DAY)) == (1, 0)
    assert [letter.to for letter in mail.outbox] == [["amara@people.example"]]


def test_an_invitation_goes_to_an_address_that_nobody_has_yet():
    a_notice(kind=Kind.INVITED, address="new@people.example", by=a_person("Jonas"))

    deliver()

    [letter] = mail.outbox
    assert letter.to == ["new@people.example"]
    assert letter.subject == "Jonas invites you to an action learning set"


def test_whoever_wishes_no_mail_gets_none_and_finds_it_on_the_board():
    amara = a_person()
    choices.stop_mailing(amara, "meetings")
    a_notice(amara)

    deliver()

    assert mail.outbox == []
    assert Notice.objects.of(amara).unread().count() == 1


def test_a_wish_that_comes_while_a_mail_waits_is_heard(closed_post, settings):
    amara = a_person()
    a_notice(amara)
    deliver()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    choices.stop_mailing(amara, "meetings")

    deliver(NOON + DAY)

    assert mail.outbox == []
    assert Delivery.objects.get().state == State.NOT_WANTED


def test_whoever_may_no_longer_sign_in_is_mailed_nothing():
    amara = a_person()
    amara.is_active = False
    amara.save()
    a_notice(amara)

    assert deliver() == 0


def test_a_fault_is_tried_again_later_and_later(closed_post):
    a_notice()
    deliver()

    waits, at = [], NOON
    for _ in range(10):
        delivery = Delivery.objects.get()
        waits.append(round((delivery.due_at - at) / minutes(1)))
        at = delivery.due_at
        deliver(at)

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360]


def test_in_the_end_it_is_given_up_and_its_reader_is_told(closed_post):
    amara = a_person()
    a_notice(amara)

    for day in range(Delivery.MOST_ATTEMPTS):
        deliver(NOON + day * DAY)

    last = NOON + (Delivery.MOST_ATTEMPTS - 1) * DAY
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.fault) == (
        State.GIVEN_UP,
        "ConnectionRefusedError",
    )
    assert queries.undelivered(amara, at=last + DAY) == delivery
    assert queries.undelivered(amara, at=last + 40 * DAY) is None


class NoSuchReader(EmailBackend):
    def send_messages(self, messages):
        raise SMTPRecipientsRefused({messages[0].to[0]: (550, b"unknown")})


def test_an_address_that_does_not_exist_is_given_up_at_once(settings):
    settings.EMAIL_BACKEND = f"{__name__}.NoSuchReader"
    a_notice()

    deliver()

    assert Delivery.objects.get().state == State.GIVEN_UP


def test_one_that_cannot_be_written_holds_up_no_other(monkeypatch):
    letter = "askwell.web.integrations.mail.post.notice_letter"
    written = []

    def write(notice):
        written.append(notice)
        raise RuntimeError

    monkeypatch.setattr(letter, write)
    a_notice()
    a_notice()

    assert deliver() == 0
    assert len(written) == 2
    assert {one.attempts for one in Delivery.objects.all()} == {1}


class TestTheOutbox:
    @pytest.fixture
    def claimed(self):
        a_notice()
        tasks.handing_on.hand_on(at=NOON)
        return outbox.claim_next(at=NOON)

    def test_what_one_worker_holds_no_other_gets_until_the_lease_ends(self, claimed):
        early = outbox.claim_next(at=NOON + outbox.LEASE - minutes(1))
        late = outbox.claim_next(at=NOON + outbox.LEASE)

        assert early is None
        assert late == claimed

    def test_a_worker_whose_lease_ran_out_may_no_longer_send(self, claimed):
        assert outbox.still_holds(claimed, at=NOON)
        assert not outbox.still_holds(claimed, at=NOON + outbox.LEASE)

    def test_nor_may_it_say_what_came_of_it_once_another_holds_it(self, claimed):
        at = NOON + outbox.LEASE
        other = outbox.claim_next(at=at)

        assert not outbox.delivered(claimed, at=at)
        assert not outbox.failed(claimed, fault="Late", again=True, at=at)
        assert outbox.delivered(other, at=at)

    def test_the_same_thing_is_put_in_once(self):
        notice = a_notice()
        put_in = {"channel": "mail", "key": str(notice.pk), "notice": notice}

        assert outbox.put_in(**put_in, at=NOON)
        assert not outbox.put_in(**put_in, at=NOON)

    def test_a_letter_sent_twice_can_be_known_for_one(self):
        notice = a_notice()
        deliver()
        Delivery.objects.update(state=State.WAITING)
        deliver()

        ids = {letter.extra_headers["Message-ID"] for letter in mail.outbox}
        assert len(mail.outbox) == 2
        assert ids == {f"<{notice.id}@127.0.0.1>"}


def test_looking_for_something_to_do_costs_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        deliver()


@pytest.mark.parametrize("number", [1, 3])
def test_handing_on_looks_people_up_all_at_once(number, django_assert_num_queries):
    for _ in range(number):
        a_notice()
    fixed = 3 + 1 + 1 + 2  # looking, their choices, handing on, the transaction

    with django_assert_num_queries(fixed + 2 * number):
        tasks.handing_on.hand_on(at=NOON)


def test_the_board_is_cleared_of_what_is_old():
    a_notice()
    deliver()
    new = a_notice()

    tasks.clear_up(at=NOON + timedelta(days=91))

    assert list(Notice.objects.all()) == [new]
    assert Delivery.objects.count() == 0


def test_choices_are_at_once_unless_said_otherwise():
    chosen = queries.choices_of(a_person())

    assert {chosen.way_of(group) for group in ("people", "turn")} == {Way.AT_ONCE}
