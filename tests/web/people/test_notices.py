"""The notice board: what a person was told, in plain words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from askwell.web.people import queries
from askwell.web.people.models import Notice
from askwell.web.people.operations import post_notice, post_notices
from askwell.web.people.wording import WORDINGS
from factories import NOON, a_person, signed_in

pytestmark = pytest.mark.django_db

Kind = Notice.Kind
BOARD = "/notices/"


def a_notice(person=None, kind=Kind.SOON, path="/actions/", at=NOON, **more):
    to = {} if "address" in more else {"person": person or a_person()}
    return post_notice(kind=kind, path=path, at=at, **to, **more)


def test_every_kind_has_its_words():
    assert {wording.kind for wording in WORDINGS} == set(Kind)


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.kind)
def test_words_name_who_did_it_or_nobody(wording):
    jonas = a_person("Jonas Lindqvist")

    assert "%(" not in wording.title_for(jonas) + wording.says_for(jonas)
    assert "Jonas" not in wording.title_for(None) + wording.says_for(None)


def test_a_notice_goes_to_somebody():
    with pytest.raises(IntegrityError), transaction.atomic():
        post_notice(kind=Kind.CONVENED, path="/", at=NOON)


def test_what_several_are_told_at_once_is_one_batch_and_not_for_who_did_it():
    amara, ben, jonas = a_person("Amara"), a_person("Ben"), a_person("Jonas")

    told = post_notices(
        [amara, ben, jonas], kind=Kind.HEALTH, path="/", at=NOON, by=ben
    )

    assert [notice.person for notice in told] == [amara, jonas]
    assert len({notice.batch for notice in told}) == 1


def test_the_board_shows_the_newest_first_under_its_day():
    amara, now = a_person(), timezone.now()
    a_notice(amara, Kind.HEALTH, at=now - timedelta(days=1))
    a_notice(amara, Kind.SOON, at=now)

    days = signed_in(amara).get(BOARD).context["days"]

    assert [(day.name, [line.title for line in day.lines]) for day in days] == [
        ("Today", ["A set meeting is near"]),
        ("Yesterday", ["How is your set doing?"]),
    ]


def test_the_board_says_when_the_meeting_is_on_ones_own_clocks():
    amara = a_person("Amara Okafor")
    amara.time_zone = "Asia/Tokyo"
    amara.save()
    starts_at = datetime(2031, 5, 6, 20, 30, tzinfo=UTC)
    post_notice(
        kind=Kind.CONVENED,
        path="/",
        person=amara,
        at=timezone.now(),
        about_at=starts_at,
    )

    assert "Wednesday 7 May, 05:30" in signed_in(amara).get(BOARD).text


def test_an_empty_board_says_what_would_come():
    page = signed_in(a_person()).get(BOARD)

    assert "Nothing here yet" in page.text


def test_what_belongs_to_others_is_not_on_it():
    a_notice(a_person("Ben"))

    assert signed_in(a_person("Amara")).get(BOARD).context["days"] == []


def test_an_invitation_to_an_address_is_on_the_board_of_whoever_has_it_by_now():
    a_notice(kind=Kind.INVITED, address="amara@people.example")
    amara = a_person(email="amara@people.example")

    assert queries.unread(amara) == 1


def test_going_where_it_leads_marks_it_read():
    amara = a_person()
    notice = a_notice(amara)

    answer = signed_in(amara).get(reverse("people:notice", args=[notice.pk]))

    notice.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, "/actions/")
    assert notice.read_at is not None


def test_a_notice_whose_page_is_gone_leads_to_the_page_that_says_so():
    amara = a_person()
    notice = a_notice(amara, path="/sets/0c4f7f1e-0000-4000-8000-000000000000/")

    answer = signed_in(amara).get(
        reverse("people:notice", args=[notice.pk]), follow=True
    )

    assert answer.status_code == 404


def test_everything_is_marked_read_at_once():
    amara, ben = a_person(), a_person()
    for person in (amara, amara, ben):
        a_notice(person)

    signed_in(amara).post(reverse("people:reading"))

    assert (queries.unread(amara), queries.unread(ben)) == (0, 1)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_whoever_is_signed_in_comes_with_what_is_new_for_them(number):
    amara = a_person()
    for _ in range(number):
        a_notice(amara)

    page = signed_in(amara).get(BOARD)

    assert page.wsgi_request.user.unread == number


@pytest.mark.parametrize("number", [1, 3])
def test_the_board_costs_the_same_however_much_is_on_it(
    number, django_assert_num_queries
):
    amara = a_person()
    for _ in range(number):
        a_notice(amara, by=a_person("Jonas"))
    browser = signed_in(amara)

    with django_assert_num_queries(3):  # the session, the person, the notices
        browser.get(BOARD)


def test_whoever_may_no_longer_sign_in_is_signed_out():
    amara = a_person()
    browser = signed_in(amara)
    amara.is_active = False
    amara.save()

    assert browser.get(BOARD).status_code == 302
