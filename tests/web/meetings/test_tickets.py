"""Tickets: signed, short-lived, and good for one room and one person."""

from dataclasses import replace
from uuid import uuid4

from django.http import HttpResponse

from askwell.web.meetings.sessions import Visit
from askwell.web.meetings.tickets import (
    LIFETIME,
    OWN_COOKIE,
    Ticket,
    check,
    give,
    in_cookies,
    issue,
)

MEETING = uuid4()
ANA = Ticket(
    MEETING, "ana", language="de", time_zone="America/New_York", proof="a-proof"
)
SCREEN = Ticket(MEETING, "ana", shared=True)


def test_a_ticket_says_who_may_enter_which_room() -> None:
    assert check(issue(ANA), meeting=MEETING) == ANA
    assert check(issue(SCREEN), meeting=MEETING) == SCREEN


def test_it_says_whether_the_coach_may_hint() -> None:
    quiet = replace(ANA, hints=False)

    assert check(issue(quiet), meeting=MEETING) == quiet


def test_it_opens_no_other_room() -> None:
    assert check(issue(ANA), meeting=uuid4()) is None


def test_it_cannot_be_made_up_or_changed() -> None:
    signed = issue(ANA)

    assert check(signed.replace("ana", "ben"), meeting=MEETING) is None
    assert check("ana", meeting=MEETING) is None


def test_it_lapses() -> None:
    assert check(issue(ANA), meeting=MEETING, lifetime=-1) is None


def test_it_travels_as_a_cookie_that_only_the_room_sees() -> None:
    response = HttpResponse()

    give(response, ANA)

    cookie = response.cookies[OWN_COOKIE]
    assert cookie["path"] == f"/live/{MEETING}/"
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert cookie["max-age"] == LIFETIME
    header = f"{OWN_COOKIE}={cookie.value}; sessionid=hers"
    shown = in_cookies(header, meeting=MEETING, shared=False)
    assert shown == replace(ANA, session="hers")
    assert shown.visit == Visit("hers", "ana", "a-proof")


def test_without_a_session_beside_it_it_is_worth_nothing() -> None:
    header = f"{OWN_COOKIE}={issue(ANA)}"

    assert in_cookies(header, meeting=MEETING, shared=False) is None


def test_the_shared_screens_ticket_is_not_a_persons() -> None:
    header = f"{OWN_COOKIE}={issue(SCREEN)}; sessionid=hers"

    assert in_cookies(header, meeting=MEETING, shared=False) is None
    assert in_cookies(header, meeting=MEETING, shared=True) is None
