"""Sessions: a ticket lasts no longer than the session in which it was given."""

import asyncio
from collections.abc import Callable, Collection
from http.cookies import SimpleCookie

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from askwell.web.meetings.sessions import (
    FRESH_SECONDS,
    Sessions,
    Visit,
    still_signed_in,
)
from askwell.web.meetings.tickets import in_cookies
from web.meetings.rooms import Held, a_meeting

ANA, BEN = Visit("hers", "ana", "a proof"), Visit("his", "ben", "a proof")


def visitor(held: Held, name: str) -> Client:
    """Somebody who has opened the room's page, and so holds a ticket."""
    client = Client()
    client.force_login(get_user_model().objects.get(pk=held.person(name)))
    assert client.get(f"/meetings/{held.id}/").status_code == 200
    return client


def visit_of(held: Held, client: Client) -> Visit:
    """As the room knows the visitor, from the cookies a browser would send."""
    sent = SimpleCookie({name: kept.value for name, kept in client.cookies.items()})
    header = sent.output(header="", sep=";")
    ticket = in_cookies(header, meeting=held.id, shared=False)
    assert ticket is not None
    return ticket.visit


@pytest.mark.django_db
class TestWhoIsSignedIn:
    def test_whoever_opened_the_room_is(self) -> None:
        held = a_meeting()
        visits = {visit_of(held, visitor(held, name)) for name in ("ana", "ben")}

        assert still_signed_in(visits) == visits

    def test_whoever_signs_out_is_not_and_others_still_are(self) -> None:
        held = a_meeting()
        ana, ben = visitor(held, "ana"), visitor(held, "ben")
        visits = [visit_of(held, ana), visit_of(held, ben)]

        ana.post("/accounts/logout/")

        assert still_signed_in(visits) == {visits[1]}

    def test_another_device_of_theirs_stays_signed_in(self) -> None:
        held = a_meeting()
        desk, phone = visitor(held, "ana"), visitor(held, "ana")
        visits = [visit_of(held, desk), visit_of(held, phone)]

        desk.post("/accounts/logout/")

        assert still_signed_in(visits) == {visits[1]}

    @pytest.mark.parametrize(
        "change", [{"password": "another"}, {"is_active": False}], ids=str
    )
    def test_a_new_password_or_a_closed_account_ends_every_visit(
        self, change: dict[str, object]
    ) -> None:
        held = a_meeting()
        visit = visit_of(held, visitor(held, "ana"))

        get_user_model().objects.filter(pk=held.person("ana")).update(**change)

        assert still_signed_in([visit]) == set()

    def test_a_ticket_is_of_no_use_in_another_session(self) -> None:
        held = a_meeting()
        ana, ben = visitor(held, "ana"), visitor(held, "ben")

        mixed = visit_of(held, ana)._replace(session=ben.session.session_key)

        assert still_signed_in([mixed]) == set()


class Book:
    """Who is signed in, and how often somebody looked."""

    def __init__(self, *visits: Visit) -> None:
        self.visits = set(visits)
        self.looks: list[set[Visit]] = []

    async def find(self, asked: Collection[Visit]) -> set[Visit]:
        self.looks.append(set(asked))
        found = self.visits & set(asked)
        await asyncio.sleep(0)
        return found


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def told(story: Callable[[Book, Sessions, Clock], object]) -> None:
    async def tell() -> None:
        book, clock = Book(ANA, BEN), Clock()
        await story(book, Sessions(book.find, clock), clock)

    asyncio.run(tell())


def test_what_was_just_seen_is_not_looked_up_again() -> None:
    async def story(book: Book, sessions: Sessions, clock: Clock) -> None:
        assert await sessions.stands(ANA)
        assert await sessions.stands(ANA)
        assert len(book.looks) == 1
        clock.now += FRESH_SECONDS
        assert await sessions.stands(ANA)
        assert len(book.looks) == 2

    told(story)


def test_many_who_ask_at_once_are_looked_up_together() -> None:
    async def story(book: Book, sessions: Sessions, clock: Clock) -> None:
        stranger = Visit("none", "chi", "a proof")
        asked = [ANA, BEN, stranger, ANA]
        answers = await asyncio.gather(*(sessions.stands(one) for one in asked))
        assert answers == [True, True, False, True]
        assert book.looks == [{ANA, BEN, stranger}]

    told(story)


def test_whoever_asks_while_others_are_looked_up_is_not_forgotten() -> None:
    async def story(book: Book, sessions: Sessions, clock: Clock) -> None:
        first = asyncio.create_task(sessions.stands(ANA))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert await sessions.stands(BEN)
        assert await first
        assert book.looks == [{ANA}, {BEN}]

    told(story)


def test_the_sweep_ends_open_visits_whose_session_is_gone() -> None:
    async def story(book: Book, sessions: Sessions, clock: Clock) -> None:
        for visit in (ANA, ANA, BEN):
            sessions.entered(visit)
        assert not await sessions.sweep()

        book.visits = {BEN}
        assert await sessions.sweep()
        assert (sessions.ended(ANA), sessions.ended(BEN)) == (True, False)
        assert (await sessions.stands(ANA), await sessions.stands(BEN)) == (False, True)

    told(story)


def test_nobody_is_looked_after_whose_streams_are_closed() -> None:
    async def story(book: Book, sessions: Sessions, clock: Clock) -> None:
        sessions.entered(ANA)
        sessions.left(ANA)
        assert not await sessions.sweep()
        assert book.looks == []

    told(story)


def test_while_the_database_is_away_open_visits_go_on() -> None:
    async def story(book: Book, sessions: Sessions, clock: Clock) -> None:
        sessions.entered(ANA)
        sessions._find = away
        with pytest.raises(ConnectionError):
            await sessions.sweep()
        assert not sessions.ended(ANA)

    async def away(asked: Collection[Visit]) -> set[Visit]:
        raise ConnectionError

    told(story)
