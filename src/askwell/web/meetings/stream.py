"""The room's own ASGI application: streams go out, commands come in.

Nothing here passes through Django's handler. An open stream is one waiting task and a
number. When its room moves on, a short task draws what has changed since that number,
for that viewer, and sends it.
"""

import asyncio
import json
import logging
import re
import traceback
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import parse_qs
from uuid import UUID

from django.db import DatabaseError, InterfaceError

from askwell.process.state import State
from askwell.web.meetings import wire
from askwell.web.meetings.captions.desk import NOUN as CAPTIONS
from askwell.web.meetings.captions.desk import Desk
from askwell.web.meetings.hub import Room
from askwell.web.meetings.posting import Posting
from askwell.web.meetings.runtime import Runtime
from askwell.web.meetings.screens.viewer import Directory, Fragment, Viewer, home
from askwell.web.meetings.seam import Seam
from askwell.web.meetings.tickets import Ticket, in_cookies
from askwell.web.meetings.wire import Receive, Scope, Send, answer, header

LONGEST_WAIT: Final = 25
MOST_DIGITS: Final = 12
PATH: Final = re.compile(
    r"/live/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([a-z-]+)/"
)

logger = logging.getLogger(__name__)


class RoomApplication:
    """Everything below `/live/`."""

    def __init__(self, seam: Seam, runtime: Runtime) -> None:
        self.screens = seam.screens
        self.runtime = runtime
        self._posting = Posting(seam, self)
        self._captions = Desk(self)
        self._directories: dict[UUID, Directory] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            stream = await self._answer(scope, receive, send)
        except (DatabaseError, InterfaceError):
            await answer(send, 503, headers=[(b"retry-after", b"2")])
            return
        except Exception as fault:
            # The server's own account of it would tell the message, and so words.
            _note(fault)
            await answer(send, 500)
            return
        if stream:
            # It lasts for hours: with as few waiting calls as can be.
            await stream.run(scope, receive)

    async def _answer(
        self, scope: Scope, receive: Receive, send: Send
    ) -> "Stream | None":
        """Answer a short request whole; hand back the stream that a long one wants."""
        asked = PATH.fullmatch(scope["path"])
        if asked is None:
            await answer(send, 404)
            return None
        if scope["method"] == "POST" and asked[2] == CAPTIONS:
            await self._captions.post(UUID(asked[1]), scope, receive, send)
            return None
        cookies, shared = header(scope, b"cookie"), "shared" in _query(scope)
        ticket = in_cookies(cookies, meeting=UUID(asked[1]), shared=shared)
        if ticket is None or not await self.runtime.sessions.stands(ticket.visit):
            await answer(send, 401)
        elif scope["method"] == "POST":
            await self._posting.post(ticket, asked[2], scope, receive, send)
        elif scope["method"] == "GET" and asked[2] in ("events", "log"):
            return await self._look(ticket, asked[2], scope, send)
        else:
            await answer(send, 404)
        return None

    async def _look(
        self, ticket: Ticket, noun: str, scope: Scope, send: Send
    ) -> "Stream | None":
        room = await self.runtime.hub.room(ticket.meeting)
        if not may_look(room.state, ticket):
            await answer(send, 403)
            return None
        # Names are read now, so that the first drawing need not wait for them.
        await self.viewer(room, ticket)
        if noun == "events":
            after = min(_whole(_resumed_from(scope)), room.head)
            return Stream(self, room, ticket, after, send)
        await self._answer_log(room, ticket, _query(scope), send)
        return None

    async def _answer_log(
        self, room: Room, ticket: Ticket, query: dict[str, str], send: Send
    ) -> None:
        """The same fragments by long-poll, for whom streams do not reach."""
        after = min(_whole(query.get("after", "")), room.head)
        seconds = min(_whole(query.get("wait", "")), LONGEST_WAIT)
        keys = room.keys
        knock = Knock(self, room, ticket)
        if not await knock.wait(after=after, seconds=seconds):
            await answer(send, 401)
            return
        if not may_look(room.state, ticket):
            await answer(send, 403)
            return
        anew = room.keys != keys
        drawing = (
            self.drawn_anew(room, ticket) if anew else self.drawn(room, ticket, after)
        )
        at_home = home(ticket.language, ticket.time_zone)
        head, fragments = await asyncio.create_task(drawing, context=at_home)
        if not anew and head <= after:
            brought = self.brought_by_time(room, ticket, None)
            _, fragments = await asyncio.create_task(brought, context=at_home)
            anew = bool(fragments)
        said = {
            "anew": anew,
            "head": head,
            "now": wire.now_ms(),
            "here": sorted(room.here),
            "html": wire.templates(fragments),
        }
        await answer(send, 200, json.dumps(said), content_type="application/json")

    def has_signed_out(self, ticket: Ticket) -> bool:
        return self.runtime.sessions.ended(ticket.visit)

    async def drawn(
        self, room: Room, ticket: Ticket, after: int
    ) -> tuple[int, Sequence[Fragment]]:
        """What has changed for this viewer after a number, and up to which number.

        Runs in a task that is at home where the viewer is.
        """
        viewer = await self.viewer(room, ticket)
        events = await room.since(after)
        if not events:
            return after, ()
        return events[-1].number, self.screens.draw(events, room.state, viewer)

    async def drawn_anew(
        self, room: Room, ticket: Ticket
    ) -> tuple[int, Sequence[Fragment]]:
        """The whole page of this viewer, and up to which number it tells."""
        viewer = await self.viewer(room, ticket)
        return room.head, self.screens.redraw(room.state, viewer)

    async def brought_by_time(
        self, room: Room, ticket: Ticket, shown: Any
    ) -> tuple[Any, Sequence[Fragment]]:
        """What the clock alone has changed for this viewer since `shown` was shown."""
        if ticket.shared or not room.state.facilitates(ticket.person):
            return None, ()
        viewer = await self.viewer(room, ticket)
        return self.screens.brought_by_time(room.state, viewer, shown=shown)

    async def viewer(self, room: Room, ticket: Ticket) -> Viewer:
        """The viewer, with the names of everyone whom this room's state knows."""
        directory = self._directories.get(room.meeting)
        if directory is None or not _names_all(directory, room.state):
            directory = await self.runtime.in_thread(
                self.screens.directory, room.meeting
            )
            self._directories[room.meeting] = directory
        return Viewer(
            person=ticket.person,
            directory=directory,
            shared=ticket.shared,
            language=ticket.language,
            time_zone=ticket.time_zone,
            hints=ticket.hints,
        )

    def came(self, room: Room, ticket: Ticket) -> None:
        self.runtime.sessions.entered(ticket.visit)
        if not ticket.shared:
            self.runtime.presence.came(room.meeting, ticket.person)

    def went(self, room: Room, ticket: Ticket) -> None:
        self.runtime.sessions.left(ticket.visit)
        if not ticket.shared:
            self.runtime.presence.went(room.meeting, ticket.person)
        if not room.listeners:
            self._directories.pop(room.meeting, None)


class Stream:
    """One open stream of events."""

    __slots__ = (
        "_app",
        "_due_beat",
        "_here",
        "_home",
        "_keys",
        "_pump",
        "_send",
        "_shown",
        "closed",
        "number",
        "room",
        "ticket",
    )

    def __init__(
        self, app: RoomApplication, room: Room, ticket: Ticket, after: int, send: Send
    ) -> None:
        self._app = app
        self._send = send
        self._here = room.here
        self._home = home(ticket.language, ticket.time_zone)
        self._keys = room.keys
        self._due_beat = False
        self._shown: Any = None
        self._pump: asyncio.Task[None] | None = None
        self.closed = False
        self.number = after
        self.room = room
        self.ticket = ticket

    async def run(self, scope: Scope, receive: Receive) -> None:
        """Join first, read second; then the task sleeps until the client goes."""
        self.room.join(self)
        self._app.came(self.room, self.ticket)
        self._app.runtime.heart.add(self)
        try:
            await wire.begin(self._send, 200, wire.STREAM)
            here = self.room.here | self._app.runtime.presence.here(self.room.meeting)
            await wire.write(self._send, wire.hello_frame(here))
            wire.let_go(scope)
            self.wake()
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self.closed = True
            self.room.leave(self)
            self._app.went(self.room, self.ticket)

    def wake(self) -> None:
        if self._pump is None and not self.closed:
            self._pump = asyncio.create_task(self._run_pump(), context=self._home)

    def beat(self) -> None:
        self._due_beat = True
        self.wake()

    async def _run_pump(self) -> None:
        try:
            while not self.closed and self._has_something_to_say():
                await self._say()
        except Exception as fault:
            _note(fault)
            await self._end(b"")
        finally:
            self._pump = None

    def _has_something_to_say(self) -> bool:
        return (
            self.number < self.room.head
            or self._keys != self.room.keys
            or self._due_beat
            or self._here is not self.room.here
            or self._app.runtime.hub.closing
            or self._app.has_signed_out(self.ticket)
        )

    async def _say(self) -> None:
        if self._app.runtime.hub.closing:
            await self._end(wire.stopping_frame())
        elif self._app.has_signed_out(self.ticket):
            await self._end(b"")
        elif not may_look(self.room.state, self.ticket):
            await self._end(wire.gone_frame())
        elif self._keys != self.room.keys:
            await self._say_everything()
        elif self.number < self.room.head:
            await self._say_what_changed()
        elif self._here is not self.room.here:
            self._here = self.room.here
            await wire.write(self._send, wire.here_frame(self._here))
        else:
            self._due_beat = False
            await wire.write(self._send, wire.beat_frame())
            await self._say_what_time_has_brought()

    async def _say_what_changed(self) -> None:
        head, fragments = await self._app.drawn(self.room, self.ticket, self.number)
        self.number = head
        await wire.write(self._send, wire.entries_frame(head, fragments))

    async def _say_what_time_has_brought(self) -> None:
        """At a heartbeat, to whoever facilitates: no entry tells of it."""
        brought = self._app.brought_by_time(self.room, self.ticket, self._shown)
        self._shown, fragments = await brought
        if fragments:
            await wire.write(self._send, wire.anew_frame(self.number, fragments))

    async def _say_everything(self) -> None:
        self._keys = self.room.keys
        self.number, fragments = await self._app.drawn_anew(self.room, self.ticket)
        await wire.write(self._send, wire.anew_frame(self.number, fragments))

    async def _end(self, last: bytes) -> None:
        """End the answer; the waiting task then hears that the client is gone."""
        self.closed = True
        await wire.write(self._send, last, more=False)


class Knock:
    """Waits, for a long-poll, until the room has moved on."""

    def __init__(self, app: RoomApplication, room: Room, ticket: Ticket) -> None:
        self._app = app
        self._room = room
        self._ticket = ticket
        self._keys = room.keys
        self._woken = asyncio.Event()

    async def wait(self, *, after: int, seconds: float) -> bool:
        """Whether whoever waits is still signed in."""
        self._room.join(self)
        self._app.came(self._room, self._ticket)
        try:
            async with asyncio.timeout(seconds):
                while self._has_nothing_to_say(after):
                    await self._woken.wait()
                    self._woken.clear()
        except TimeoutError:
            pass
        finally:
            signed_in = not self._app.has_signed_out(self._ticket)
            self._room.leave(self)
            self._app.went(self._room, self._ticket)
        return signed_in

    def wake(self) -> None:
        self._woken.set()

    def _has_nothing_to_say(self, after: int) -> bool:
        return (
            self._room.head <= after
            and self._room.keys == self._keys
            and not self._app.runtime.hub.closing
            and not self._app.has_signed_out(self._ticket)
        )


def may_look(state: State, ticket: Ticket) -> bool:
    """Whoever belongs to the meeting, or waits at its door to be let in."""
    return state.belongs(ticket.person) or ticket.person in state.joining


def _names_all(directory: Directory, state: State) -> bool:
    known = directory.names.keys()
    return state.people.keys() <= known and state.joining.keys() <= known


def _query(scope: Scope) -> dict[str, str]:
    pairs = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    return {name: values[0] for name, values in pairs.items()}


def _resumed_from(scope: Scope) -> str:
    return header(scope, b"last-event-id") or _query(scope).get("after", "")


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0


def _note(fault: Exception) -> None:
    """Where it happened and what it was; never its message, which may hold words."""
    where = "".join(traceback.format_tb(fault.__traceback__))
    logger.error("The room met with %s\n%s", type(fault).__name__, where)
