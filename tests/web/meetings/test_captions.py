"""The page on which captions are passed on, and who is meant by a name in them."""

import logging

import pytest
from django.test import Client

from askwell.process.choices import HeardAs
from askwell.process.commands import Allow, BeginSlot, NextPhase
from askwell.web.meetings import log
from askwell.web.meetings.captions import keys
from askwell.web.meetings.captions.names import whose
from askwell.web.meetings.models import Entry
from askwell.web.people.models import Person
from web.meetings.rooms import NAMES, Held, a_meeting, a_token

ADVICE = "You should talk to your boss about it."
PEOPLE = {
    "1": "Ana Sousa",
    "2": "Ben Whitlock",
    "3": "Ben Achterberg",
    "4": "José María Ruiz",
}


@pytest.mark.parametrize(
    ("shown", "person"),
    [
        ("Ana Sousa", "1"),
        ("ana", "1"),
        ("Sousa, Ana", "1"),
        ("Ana S.", "1"),
        ("Ana Sousa (Guest)", "1"),
        (f"{'(' * 50_000}Ana Sousa", "1"),
        ("Ben W", "2"),
        ("Ben Whitlock", "2"),
        ("Ben", None),
        ("B W", None),
        ("Jose Maria", "4"),
        ("Ana Ruiz", None),
        ("Speaker 1", None),
        ("", None),
    ],
)
def test_a_name_means_one_person_or_nobody(shown: str, person: str | None) -> None:
    assert whose(shown, PEOPLE) == person


@pytest.fixture
def held(db: None) -> Held:
    """Ben presents, and the set explores."""
    held = a_meeting()
    ana = held.person("ana")

    def step(of: type[BeginSlot] | type[NextPhase], **details: str) -> None:
        number = log.state(held.id).phase_number
        held.put(of(by=ana, token=a_token(), expected_phase=number, **details))

    step(BeginSlot, presenter=held.person("ben"), reason="So we agreed.")
    for _ in range(2):
        step(NextPhase)
    return held


def allow(held: Held, *names: str, allows: bool = True) -> None:
    for name in names:
        person = held.person(name)
        held.put(Allow(by=person, token=a_token(), use="captions", allows=allows))


def client_of(held: Held, name: str) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=held.person(name)))
    return client


def path(held: Held) -> str:
    return f"/meetings/{held.id}/captions/"


def test_before_everybody_has_said_yes_the_page_says_what_is_missing(held):
    """INV-20."""
    allow(held, "ana", "ben")

    page = client_of(held, "ana").get(path(held)).content.decode()

    assert "Captions are off: not everybody in the room has said yes." in page
    assert "<textarea" not in page


def test_what_is_pasted_is_read_and_forgotten(held, caplog):
    """INV-20."""
    allow(held, *NAMES)
    caplog.set_level(logging.DEBUG)

    answer = client_of(held, "ana").post(
        path(held),
        {"do": "read", "said": f"Chiara Russo: {ADVICE}"},
        follow=True,
    )

    page = answer.content.decode()
    assert "1 turn was read, and its words are forgotten." in page
    assert log.state(held.id).hints == {held.person("chi"): HeardAs.ADVICE}
    kept = repr(list(Entry.objects.values())) + repr(
        [vars(event) for event in log.read(held.id)]
    )
    for where in (page, kept, caplog.text):
        assert "boss" not in where


def test_nothing_is_read_after_a_no(held):
    """INV-20."""
    allow(held, *NAMES)
    allow(held, "chi", allows=False)
    before = log.state(held.id).head

    answer = client_of(held, "ana").post(
        path(held), {"do": "read", "said": f"Chiara: {ADVICE}"}
    )

    assert answer.status_code == 409
    assert "Not everybody here has said yes to that." in answer.content.decode()
    assert log.state(held.id).head == before


def test_what_cannot_be_read_is_not_shown_again(held):
    allow(held, *NAMES)

    answer = client_of(held, "ana").post(
        path(held), {"do": "read", "said": "WEBVTT\n\n00:00 -> 7\nHush, Ben\n"}
    )

    assert answer.status_code == 422
    assert "Line 3 could not be read, and nothing was kept." in answer.content.decode()
    assert "Hush" not in answer.content.decode()


def test_an_address_is_shown_to_whoever_made_it_alone(held):
    allow(held, *NAMES)
    chi, ana = client_of(held, "chi"), client_of(held, "ana")

    chi.post(path(held), {"do": "open"})

    address = log.state(held.id).caption_address
    assert address is not None
    key = keys.key_of(held.id, address)
    assert key in chi.get(path(held)).content.decode()
    theirs = ana.get(path(held)).content.decode()
    assert key not in theirs
    assert "Chiara has an address already." in theirs


def test_an_address_is_closed_by_whoever_made_it(held):
    allow(held, *NAMES)
    chi = client_of(held, "chi")
    chi.post(path(held), {"do": "open"})

    chi.post(path(held), {"do": "close"})

    assert log.state(held.id).caption_address is None


def test_the_secret_of_an_address_stands_nowhere(held):
    allow(held, *NAMES)
    client_of(held, "chi").post(path(held), {"do": "open"})

    address = log.state(held.id).caption_address

    assert address is not None
    secret = keys.key_of(held.id, address).split("-")[1]
    assert secret not in repr(list(Entry.objects.values()))
