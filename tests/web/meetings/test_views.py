"""The room's page as it is first served, readable before any script arrives."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from askwell.web.meetings import guesses, log, tickets
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from web.meetings.rooms import Held, a_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def held() -> Held:
    return a_meeting()


def client_of(held: Held, name: str) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=held.person(name)))
    return client


def test_the_room_begins_where_the_log_stands(held):
    page = client_of(held, "ben").get(f"/meetings/{held.id}/").content.decode()

    assert f'data-stream="/live/{held.id}/"' in page
    assert f'data-head="{log.state(held.id).head}"' in page


def test_the_room_gives_a_ticket_for_this_person_and_meeting(held):
    answer = client_of(held, "ben").get(f"/meetings/{held.id}/")

    cookie = answer.cookies[tickets.OWN_COOKIE]
    ticket = tickets.check(cookie.value, meeting=held.id)
    assert ticket is not None
    assert (ticket.person, ticket.shared) == (held.person("ben"), False)
    assert ticket.time_zone == "Europe/London"
    assert (cookie["path"], cookie["samesite"]) == (f"/live/{held.id}/", "Strict")


def test_whoever_turned_hints_off_has_a_ticket_that_says_so(held):
    Person.objects.filter(pk=held.person("ben")).update(wants_hints=False)

    answer = client_of(held, "ben").get(f"/meetings/{held.id}/")

    cookie = answer.cookies[tickets.OWN_COOKIE]
    ticket = tickets.check(cookie.value, meeting=held.id)
    assert ticket is not None
    assert not ticket.hints


def test_the_shared_screen_has_a_ticket_of_its_own(held):
    answer = client_of(held, "ben").get(f"/meetings/{held.id}/screen/")

    ticket = tickets.check(answer.cookies[tickets.SHARED_COOKIE].value, meeting=held.id)
    assert ticket is not None
    assert ticket.shared


def test_the_shared_screen_shows_how_to_join(held):
    page = client_of(held, "ben").get(f"/meetings/{held.id}/screen/").content.decode()

    assert Meeting.objects.get(pk=held.id).code in page
    assert "<svg" in page


def test_every_form_of_the_room_carries_a_token_of_its_own(held):
    page = client_of(held, "ana").get(f"/meetings/{held.id}/").content.decode()

    forms = page.count(f'action="/live/{held.id}/')
    written = re.findall(r'name="token" value="([\w-]{8,64})"', page)
    assert len(set(written)) == len(written) == forms > 0


def test_the_page_of_the_room_is_not_kept_anywhere(held):
    answer = client_of(held, "ben").get(f"/meetings/{held.id}/")

    assert answer.headers["Cache-Control"] == "no-store"


def test_the_first_to_come_finds_the_lobby(held):
    learning_set = Meeting.objects.get(pk=held.id).learning_set
    coming = Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=90,
        starts_at=log.state(held.id).course.opened_at,
    )

    page = client_of(held, "ben").get(f"/meetings/{coming.pk}/").content.decode()

    assert "Come in when you are ready." in page
    assert log.state(coming.pk).brief is not None


def test_only_who_is_signed_in_gets_as_far_as_the_door(held):
    answer = Client().get(f"/meetings/{held.id}/")

    assert answer.status_code == 302
    assert "login" in answer.headers["Location"]


@pytest.mark.parametrize("by_form", [True, False])
def test_whoever_guesses_codes_is_slowed_down_and_others_are_not(
    held, monkeypatch, by_form
):
    cache.clear()
    monkeypatch.setattr(guesses, "MOST_BY_ONE_PERSON", 3)
    right = Meeting.objects.get(pk=held.id).code
    ana, ben = client_of(held, "ana"), client_of(held, "ben")

    def guess(browser: Client, code: str) -> int:
        if by_form:
            return browser.post("/m/", {"code": code}).status_code
        return browser.get(f"/m/{code}/").status_code

    wrong = [guess(ana, f"wrong{number}") for number in range(3)]

    assert wrong == [200 if by_form else 404] * 3
    assert [guess(ana, right), guess(ben, right)] == [429, 302]


def test_many_accounts_at_one_address_do_not_guess_more(held, monkeypatch):
    cache.clear()
    monkeypatch.setattr(guesses, "MOST_FROM_ONE_ADDRESS", 2)
    for name in ("ana", "ben"):
        client_of(held, name).get("/m/wrong1/")

    answer = client_of(held, "chi").get("/m/wrong1/")

    assert answer.status_code == 429
    assert "Too many codes were wrong." in answer.content.decode()


def test_right_codes_are_not_counted(held, monkeypatch):
    cache.clear()
    monkeypatch.setattr(guesses, "MOST_BY_ONE_PERSON", 1)
    right = Meeting.objects.get(pk=held.id).code
    ana = client_of(held, "ana")

    assert [ana.get(f"/m/{right}/").status_code for _ in "123"] == [302] * 3
