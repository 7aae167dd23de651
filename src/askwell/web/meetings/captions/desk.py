"""Where a captioning program sends lines while the meeting runs.

Whoever holds the address needs no ticket: the address is the key. Answers say nothing
about the meeting beyond whether lines are taken just now.
"""

import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs
from uuid import UUID, uuid4

from django.utils import timezone

from askwell.process.commands import Hear
from askwell.process.listening import CaptionAddress, Turn
from askwell.process.state import State
from askwell.process.uses import CAPTIONS
from askwell.transcripts import Unreadable
from askwell.web.meetings.captions import keys
from askwell.web.meetings.captions.reading import turns_in
from askwell.web.meetings.hub import Room
from askwell.web.meetings.tickets import Ticket
from askwell.web.meetings.wire import Receive, Scope, Send, TooLarge, answer, body
from askwell.web.meetings.writer import Accepted

if TYPE_CHECKING:
    from askwell.web.meetings.stream import RoomApplication

NOUN: Final = "captions"
LARGEST: Final = 16 * 1024
MOST_TURNS: Final = 20
# So many posts at once, and so many a second in the long run.
AT_ONCE: Final = 30.0
A_SECOND: Final = 2.0
PLAIN: Final = "text/plain; charset=utf-8"


@dataclass(slots=True)
class Allowance:
    """How many posts one meeting may still send; it fills up with time."""

    left: float
    at: float

    def take(self, now: float) -> bool:
        self.left = min(AT_ONCE, self.left + (now - self.at) * A_SECOND)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


class Desk:
    """Takes lines in, has them read, and forgets them."""

    def __init__(self, app: "RoomApplication") -> None:
        self._app = app
        self._allowances: dict[UUID, Allowance] = {}

    async def post(
        self, meeting: UUID, scope: Scope, receive: Receive, send: Send
    ) -> None:
        number = keys.number_in(_key(scope), meeting=meeting)
        if number is None:
            await _say(send, HTTPStatus.UNAUTHORIZED, "This address is not known.")
            return
        room = await self._app.runtime.hub.room(meeting)
        address = keys.address_of(room.state, number, at=timezone.now())
        if address is None:
            await _say(send, HTTPStatus.GONE, "This address has been closed.")
        elif not room.state.allows(CAPTIONS.name):
            await _say(send, HTTPStatus.CONFLICT, "Captions are off just now.")
        elif not self._may(meeting):
            await _say(send, HTTPStatus.TOO_MANY_REQUESTS, "Too many at once.")
        else:
            await self._take(room, address, receive, send)

    def _may(self, meeting: UUID) -> bool:
        now = time.monotonic()
        known = self._allowances.setdefault(meeting, Allowance(AT_ONCE, now))
        return known.take(now)

    async def _take(
        self, room: Room, address: CaptionAddress, receive: Receive, send: Send
    ) -> None:
        try:
            said = await body(receive, most=LARGEST)
            turns = await self._read(said, room.state, room, address)
        except TooLarge:
            status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            await _say(send, status, "Send a few lines at a time.")
        except Unreadable as problem:
            text = f"Line {problem.line}: expected {problem.expected}."
            await _say(send, HTTPStatus.UNPROCESSABLE_ENTITY, text)
        else:
            await self._hear(room.meeting, address, turns, send)

    async def _read(
        self, said: bytes, state: State, room: Room, address: CaptionAddress
    ) -> tuple[Turn, ...]:
        ticket = Ticket(room.meeting, address.made_by)
        viewer = await self._app.viewer(room, ticket)
        # Other rooms do not wait for it.
        return await self._app.runtime.in_thread(
            turns_in, said, state, viewer.directory.names, most=MOST_TURNS
        )

    async def _hear(
        self,
        meeting: UUID,
        address: CaptionAddress,
        turns: tuple[Turn, ...],
        send: Send,
    ) -> None:
        """What the process refuses now was allowed a moment ago, and is forgotten."""
        command = Hear(by=address.made_by, token=uuid4().hex, turns=turns)
        outcome = await self._app.runtime.submit(meeting, command)
        if isinstance(outcome, Accepted):
            await answer(send, HTTPStatus.NO_CONTENT)
        else:
            await _say(send, HTTPStatus.CONFLICT, "Captions are off just now.")


def _key(scope: Scope) -> str:
    asked = parse_qs(scope["query_string"].decode("latin-1"))
    return next(iter(asked.get("key", ())), "")


async def _say(send: Send, status: int, text: str) -> None:
    """For whoever sets up the program; nobody else reads it."""
    busy = status == HTTPStatus.TOO_MANY_REQUESTS
    retry = [(b"retry-after", b"2")] if busy else []
    await answer(send, status, f"{text}\n", content_type=PLAIN, headers=retry)
