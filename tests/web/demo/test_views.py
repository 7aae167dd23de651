"""The page of the cast, and stepping in from it."""

import re
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from django.contrib.auth import get_user
from django.test import Client
from pytest_django import Settings

import askwell
from askwell.web.demo.cast import CAST, character
from askwell.web.demo.naming import id_of
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person


def test_everybody_of_the_cast_can_be_stepped_in_as(
    demonstration: datetime, client: Client
) -> None:
    page = unescape(client.get("/demo/").content.decode())

    missing = [one.name for one in CAST if f"Step in as {one.name}" not in page]
    assert missing == []
    assert "This page exists only in the demonstration" in page


def test_the_page_says_who_is_doing_what_right_now(
    demonstration: datetime, client: Client
) -> None:
    page = client.get("/demo/")

    live, *_ = page.context["groups"]
    sees = {seat.character.key: seat.sees for seat in live.seats}
    assert sees["Amara"].startswith("Is presenting right now")
    assert sees["Delroy"].startswith("Leads the meeting")
    assert sees["Femke"].startswith("Has a hand up")
    assert sees["Ewan"].startswith("Is a guest")


def test_the_page_says_who_is_asked_for_a_transcript(
    demonstration: datetime, client: Client
) -> None:
    page = client.get("/demo/")

    sees = {
        seat.character.key
        for group in page.context["groups"]
        for seat in group.seats
        if seat.sees == "Is asked whether the transcript of a meeting may be read."
    }
    assert sees == {"Cathal", "Kwabena", "Leila"}


def test_what_is_suggested_is_to_lead_a_meeting_and_to_be_in_a_programme(
    demonstration: datetime, client: Client
) -> None:
    page = client.get("/demo/")

    suggested = page.context["suggested"]
    assert [(group.key, seat.character.key) for group, seat in suggested] == [
        ("harbour-lane", "Delroy"),
        ("leading-by-asking", "Nadia"),
        ("leading-by-asking", "Hamish"),
    ]
    assert b"Lead the meeting in progress" in page.content
    assert b"Put the people of a programme into sets" in page.content


def test_stepping_in_signs_in_as_that_person_and_leads_into_the_room(
    demonstration: datetime, client: Client
) -> None:
    answer = client.post("/demo/visits/", {"person": "Amara", "set": "harbour-lane"})

    live = Meeting.objects.in_progress().get()
    assert get_user(client).pk == id_of("person", "Amara")
    assert answer.status_code == 302
    assert str(live.pk) in answer.headers["Location"]


def test_several_browsers_step_in_as_several_people(demonstration: datetime) -> None:
    browsers = {key: Client() for key in ("Delroy", "Amara", "Tomasz")}

    for key, browser in browsers.items():
        browser.post("/demo/visits/", {"person": key})

    signed_in = {key: get_user(one).name for key, one in browsers.items()}
    assert signed_in == {key: character(key).name for key in browsers}


def test_stepping_in_as_another_signs_the_first_one_out(
    demonstration: datetime, client: Client
) -> None:
    client.post("/demo/visits/", {"person": "Amara"})

    client.post("/demo/visits/", {"person": "Graham"})

    assert get_user(client).pk == id_of("person", "Graham")


def test_nobody_outside_the_cast_can_be_stepped_in_as(
    demonstration: datetime, client: Client
) -> None:
    real = Person.objects.create_user("real@example.org", name="Somebody real")

    answers = [
        client.post("/demo/visits/", {"person": one}).status_code
        for one in (str(real.pk), real.email, real.name, "")
    ]

    assert answers == [404, 404, 404, 404]
    assert not get_user(client).is_authenticated


def test_following_a_link_signs_nobody_in(
    demonstration: datetime, client: Client
) -> None:
    answer = client.get("/demo/visits/", {"person": "Amara"})

    assert answer.status_code == 405
    assert not get_user(client).is_authenticated


def test_outside_the_demonstration_there_is_no_such_page(
    demonstration: datetime, client: Client, settings: Settings
) -> None:
    settings.DEMO = False

    answers = [
        client.get("/demo/").status_code,
        client.post("/demo/visits/", {"person": "Amara"}).status_code,
    ]

    assert answers == [404, 404]
    assert not get_user(client).is_authenticated


def test_no_other_code_signs_anybody_in_without_credentials() -> None:
    """The page of the cast is guarded above; a guest has typed a mailed code."""
    source = Path(askwell.__file__).parent
    signing_in = re.compile(r"\b(import login|auth\.login|force_login|perform_login)\b")

    found = {
        str(file.relative_to(source))
        for file in source.rglob("*.py")
        if signing_in.search(file.read_text(encoding="utf-8"))
    }

    assert found == {"web/demo/views.py", "web/people/proving.py"}


@pytest.mark.django_db
def test_before_the_cast_is_loaded_the_page_says_how(client: Client) -> None:
    page = client.get("/demo/")

    assert b"The cast is not here yet" in page.content
