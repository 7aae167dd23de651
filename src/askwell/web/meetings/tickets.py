"""Tickets: what lets a person into one live room without asking the database.

A Django view that has checked membership gives the ticket as a cookie; the room
only checks the signature, and that the person is still signed in. A ticket opens one
meeting for one person, or for the shared screen, in the session in which it was given,
and lapses soon unless it is given again.
"""

from dataclasses import dataclass, replace
from sys import intern
from typing import Final
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpResponseBase
from django.http.cookie import parse_cookie

from askwell.web.meetings.sessions import Visit

LIFETIME: Final = 15 * 60
OWN_COOKIE: Final = "room"
SHARED_COOKIE: Final = "room-screen"
_SALT: Final = "askwell.web.meetings.tickets"


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who may enter which room; a shared screen may look and not act."""

    meeting: UUID
    person: str
    shared: bool = False
    language: str = ""
    time_zone: str = ""
    proof: str = ""
    """Of the session in which it was given."""
    hints: bool = True
    """Whether the person wants the question coach to hint while they write."""
    session: str = ""
    """Not part of the ticket: the session it was shown with."""

    @property
    def visit(self) -> Visit:
        return Visit(self.session, self.person, self.proof)


def issue(ticket: Ticket) -> str:
    """The ticket as signed text."""
    return _signer().sign(
        ":".join(
            (
                ticket.meeting.hex,
                ticket.person,
                "shared" if ticket.shared else "own",
                ticket.language,
                ticket.time_zone,
                ticket.proof,
                "hints" if ticket.hints else "quiet",
            )
        )
    )


def check(text: str, *, meeting: UUID, lifetime: int = LIFETIME) -> Ticket | None:
    """The ticket, or None if forged, lapsed or for another room."""
    try:
        stated = _signer().unsign(text, max_age=lifetime)
    except signing.BadSignature:
        return None
    match stated.split(":"):
        case [room, person, sort, language, zone, proof, hints] if room == meeting.hex:
            # Thousands of open streams hold few languages and zones between them.
            home = intern(language), intern(zone)
            shared, wanted = sort == "shared", hints == "hints"
            return Ticket(meeting, person, shared, *home, proof, wanted)
    return None


def give(response: HttpResponseBase, ticket: Ticket) -> None:
    """Set the ticket on a page's answer; the room page does so on every load."""
    response.set_cookie(
        SHARED_COOKIE if ticket.shared else OWN_COOKIE,
        issue(ticket),
        max_age=LIFETIME,
        path=f"/live/{ticket.meeting}/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def in_cookies(header: str, *, meeting: UUID, shared: bool) -> Ticket | None:
    """The valid ticket in a Cookie header, if there is one of that sort.

    Without a session beside it, it is worth nothing.
    """
    cookies = parse_cookie(header)
    given = cookies.get(SHARED_COOKIE if shared else OWN_COOKIE)
    session = cookies.get(settings.SESSION_COOKIE_NAME)
    ticket = check(given, meeting=meeting) if given and session else None
    if ticket is None or session is None or ticket.shared != shared:
        return None
    return replace(ticket, session=session)


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=_SALT, sep="|")
