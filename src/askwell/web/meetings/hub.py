"""The hub: what this process knows of the rooms that are open in it.

Everything here runs on the event loop. For each open room the hub holds the state,
the number of the newest entry (the head) and a contiguous tail of entries. An entry
enters the tail only if it is head + 1; anything else is a ring to read the log. So
a lost, late or doubled wake-up can delay an entry, never lose or double it.

What a room holds was read with the keys of one generation. When keys have been
destroyed it is read anew, and every screen that shows it is drawn anew.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol
from uuid import UUID

from askwell.process.events import Event
from askwell.process.evolve import evolve, replay
from askwell.process.state import EMPTY, State
from askwell.web.vault.keystore import Generation

TAIL: Final = 128
# Of what was said before the room was opened here, so much is kept: who reconnects
# has missed little.
RECENT: Final = 8
KEEP_EMPTY_SECONDS: Final = 60.0

log = logging.getLogger(__name__)


Passage = tuple[Event, ...]
"""Events that follow one another in the log."""


@dataclass(frozen=True, slots=True)
class Committed:
    """What one transaction added to one meeting, and the state after it."""

    meeting: UUID
    passage: Passage
    state: State
    keys: Generation | None = None


class Listener(Protocol):
    """Someone whose screen shows a room; it keeps nothing but its own number."""

    def wake(self) -> None:
        """The room has moved on, or is about to close."""


Reader = Callable[[UUID, int], Awaitable[Passage]]


class Room:
    """One open meeting: its head, tail and state, and who is looking at it."""

    __slots__ = (
        "_reading",
        "_tail",
        "_wanted",
        "emptied_at",
        "head",
        "here",
        "keys",
        "keys_now",
        "listeners",
        "meeting",
        "opened",
        "read",
        "state",
    )

    def __init__(
        self, meeting: UUID, read: Reader, keys: Generation | None = None
    ) -> None:
        self.meeting = meeting
        self.read = read
        # The generation of keys this was read with, and the newest one known.
        self.keys = self.keys_now = keys
        self.head = 0
        self.state: State = EMPTY
        self.opened = False
        self.listeners: set[Listener] = set()
        self.here: frozenset[str] = frozenset()
        self.emptied_at = time.monotonic()
        self._tail: deque[Event] = deque(maxlen=TAIL)
        self._wanted = 0
        self._reading: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Join first, read second: whatever commits meanwhile rings."""
        if not self.opened:
            await asyncio.shield(self.ring(self.head + 1))

    def join(self, listener: Listener) -> None:
        self.listeners.add(listener)

    def leave(self, listener: Listener) -> None:
        self.listeners.discard(listener)
        if not self.listeners:
            self.emptied_at = time.monotonic()

    def put(self, passage: Passage, state: State | None = None) -> None:
        """Take a passage into the tail if it follows on; otherwise ring."""
        if passage[-1].number <= self.head:
            return
        if not self._follows(passage):
            self.ring(passage[-1].number)
            return
        self._take(passage, state)
        self.wake()

    def _follows(self, passage: Passage) -> bool:
        return self._is_good and passage[0].number == self.head + 1

    @property
    def _is_good(self) -> bool:
        return self.opened and self.keys == self.keys_now

    def keys_moved(self, keys: Generation) -> None:
        """Keys have been destroyed: forget the words that were read with them."""
        self.keys_now = keys
        if self.keys != keys:
            self.ring(self.head)

    def _take(self, passage: Passage, state: State | None) -> None:
        if state is None:
            state = self.state
            for event in passage:
                state = evolve(state, event)
        self.state = state
        self._tail.extend(passage if self.opened else passage[-RECENT:])
        self.head = passage[-1].number

    def ring(self, number: int) -> "asyncio.Task[None]":
        """Entry `number` may be in the log: read from the head on."""
        self._wanted = max(self._wanted, number)
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._catch_up())
            self._reading.add_done_callback(_note_failure)
        return self._reading

    async def _catch_up(self) -> None:
        while not self._is_good or self._wanted > self.head:
            if self.keys != self.keys_now:
                await self._read_anew()
                continue
            wanted = self._wanted
            passage = await self.read(self.meeting, self.head)
            if passage and passage[0].number == self.head + 1:
                self._take(passage, None)
            elif self.opened and not passage and self._wanted == wanted:
                # The ring was for nothing; the next one will be heard again.
                self._wanted = self.head
            self.opened = True
        self.wake()

    async def _read_anew(self) -> None:
        """The room stays as it is until all of it has been read."""
        keys = self.keys_now
        passage = await self.read(self.meeting, 0)
        self.state = replay(passage) if passage else EMPTY
        self._tail = deque(passage[-RECENT:], maxlen=TAIL)
        self.head = self.state.head
        self.keys = keys
        self.opened = True

    async def since(self, number: int) -> Passage:
        """The events after `number`, from the tail or, for the late, from the log."""
        missing = self.head - number
        if missing <= 0:
            return ()
        if missing <= len(self._tail):
            return tuple(islice(reversed(self._tail), missing))[::-1]
        passage = await self.read(self.meeting, number)
        return passage[: self.head - number]

    def wake(self) -> None:
        for listener in tuple(self.listeners):
            listener.wake()


class Hub:
    """The open rooms of this process."""

    def __init__(self, read: Reader) -> None:
        self.rooms: dict[UUID, Room] = {}
        self.closing = False
        self.keys: Generation | None = None
        self._read = read

    async def room(self, meeting: UUID) -> Room:
        """The room, opened if need be; raises what reading the log raises."""
        room = self.rooms.get(meeting)
        if room is None:
            room = self.rooms[meeting] = Room(meeting, self._read, self.keys)
        await room.open()
        return room

    def deliver(self, committed: Iterable[Committed]) -> None:
        """Entries that this very process has just committed."""
        for one in committed:
            room = self.rooms.get(one.meeting)
            if room and one.keys == room.keys:
                room.put(one.passage, one.state)
            elif room:
                room.ring(one.passage[-1].number)

    def keys_are(self, keys: Generation) -> None:
        """The keystore's generation, as the sweep has found it."""
        self.keys = keys
        for room in self.rooms.values():
            room.keys_moved(keys)

    def ring(self, meeting: UUID, head: int) -> None:
        """Someone, here or elsewhere, says that the log has grown to `head`."""
        room = self.rooms.get(meeting)
        if room is not None and head > room.head:
            room.ring(head)

    def open_meetings(self) -> Sequence[UUID]:
        return tuple(self.rooms)

    def forget_empty_rooms(self) -> None:
        latest = time.monotonic() - KEEP_EMPTY_SECONDS
        for meeting, room in tuple(self.rooms.items()):
            if not room.listeners and room.emptied_at < latest:
                del self.rooms[meeting]

    def close(self) -> None:
        """The server stops: wake everybody, so that every stream can say so."""
        self.closing = True
        self.wake()

    def wake(self) -> None:
        for room in self.rooms.values():
            room.wake()


def _note_failure(reading: "asyncio.Task[None]") -> None:
    """A failed reading is tried again at the next ring or sweep."""
    if not reading.cancelled() and (failure := reading.exception()):
        log.warning("Could not read a meeting's log: %s", type(failure).__name__)
