"""What of the live room runs in this process: writer, hub, doorbell and clock.

Once a second the clock shows presence, sends the heartbeats that are due and, every
other time, looks at the heads of the open meetings: that sweep is what makes a lost
ring harmless.
"""

import asyncio
import gc
import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Final, TypeVar
from uuid import UUID

from django.db import DatabaseError, InterfaceError, close_old_connections

from askwell.process.commands import Command
from askwell.process.state import State
from askwell.web.meetings import log
from askwell.web.meetings.doorbell import Doorbell, fitting
from askwell.web.meetings.heart import Heart
from askwell.web.meetings.hub import Committed, Hub, Passage
from askwell.web.meetings.presence import PRESENCE
from askwell.web.meetings.sessions import Sessions, still_signed_in
from askwell.web.meetings.sweep import what_has_moved
from askwell.web.meetings.writer import (
    Accepted,
    Answers,
    Outcome,
    Submission,
    Unavailable,
    Writer,
    answer_each,
)
from askwell.web.vault.cipher import keystore
from askwell.web.vault.errors import VaultLocked

READERS: Final = 2
ANSWER_SECONDS: Final = 5.0
SWEEP_EVERY: Final = 2
TIDY_EVERY: Final = 10
FREEZE_AFTER_STREAMS: Final = 256

logger = logging.getLogger(__name__)

T = TypeVar("T")


class Runtime:
    """The live part of one server process. Made on its event loop."""

    def __init__(self, *, doorbell: Doorbell | None = None) -> None:
        self.hub = Hub(self.read)
        self.heart = Heart()
        self.presence = PRESENCE
        self.sessions = Sessions(partial(self.in_thread, still_signed_in))
        self.writer = Writer(tell=self._written, recall=self._recall)
        self._doorbell = doorbell or fitting()
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="room-reader")
        self._loop = asyncio.get_running_loop()
        self._clock: asyncio.Task[None] | None = None
        self._sweeping: asyncio.Task[None] | None = None
        self._shown_out: set[tuple[UUID, str]] = set()
        self._frozen_at = 0

    def start(self) -> None:
        self.hub.keys = keystore().generation()
        self.writer.start()
        self._doorbell.listen(self)
        self._clock = self._loop.create_task(self._run_clock())

    async def stop(self) -> None:
        if self._clock:
            self._clock.cancel()
        await self._loop.run_in_executor(None, self.writer.stop)
        await self._loop.run_in_executor(None, self._doorbell.close)
        self._readers.shutdown(wait=False, cancel_futures=True)

    def close_streams(self) -> None:
        """Tell every stream that the server stops; safe from a signal handler."""
        self._loop.call_soon_threadsafe(self.hub.close)

    async def submit(self, meeting: UUID, command: Command) -> Outcome:
        """Put a command to the meeting; answered after the commit.

        If the answer takes too long the sender is told to try again: the same token
        then finds out whether it was written after all.
        """
        answer: asyncio.Future[Outcome] = self._loop.create_future()
        self.writer.submit(Submission(meeting, command, partial(_settle, answer)))
        try:
            return await asyncio.wait_for(answer, ANSWER_SECONDS)
        except TimeoutError:
            return Unavailable()

    async def read(self, meeting: UUID, after: int) -> Passage:
        return await self.in_thread(log.read, meeting, after=after)

    async def in_thread(self, call: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Run something that asks the database, off the event loop."""
        return await self._loop.run_in_executor(
            self._readers, partial(_with_fresh_connection, call, *args, **kwargs)
        )

    # What the writer and the doorbell say, each from a thread of its own.

    def _written(self, committed: Sequence[Committed], answers: Answers) -> None:
        self._on_loop(self._deliver, committed, answers)
        if committed:
            self._doorbell.ring({one.meeting: one.state.head for one in committed})

    def _recall(self, meeting: UUID) -> State | None:
        room = self.hub.rooms.get(meeting)
        if room is None or room.keys != keystore().generation():
            return None
        return room.state

    def _deliver(self, committed: Sequence[Committed], answers: Answers) -> None:
        self.hub.deliver(committed)
        answer_each(committed, answers)

    def heads(self, heads: Mapping[UUID, int]) -> None:
        self._on_loop(self._ring, heads)

    def people(self, process: str, here: Mapping[UUID, Iterable[str]]) -> None:
        self._on_loop(self._hear, process, here)

    def _ring(self, heads: Mapping[UUID, int]) -> None:
        for meeting, head in heads.items():
            self.hub.ring(meeting, head)

    def _hear(self, process: str, here: Mapping[UUID, Iterable[str]]) -> None:
        for meeting, people in here.items():
            self.presence.heard(meeting, process, people)

    def _on_loop(self, call: Callable[..., None], *args: Any) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call, *args)

    # The clock.

    async def _run_clock(self) -> None:
        second = 0
        while True:
            await asyncio.sleep(1.0)
            second += 1
            self._show_presence()
            self.heart.beat()
            if second % SWEEP_EVERY == 0:
                self._begin_sweep()
            if second % TIDY_EVERY == 0:
                self._tidy()

    def _show_presence(self) -> None:
        for meeting, here in self.presence.changes():
            if room := self.hub.rooms.get(meeting):
                room.here = here
                room.wake()
        if telling := dict(self.presence.to_tell()):
            self._readers.submit(self._doorbell.tell, telling)

    def _begin_sweep(self) -> None:
        if self._sweeping is None or self._sweeping.done():
            self._sweeping = self._loop.create_task(self._sweep())

    async def _sweep(self) -> None:
        """Look at sessions, keys, meetings' heads, and who has left their sets."""
        meetings = self.hub.open_meetings()
        try:
            await self._mind_the_sessions()
            await self._mind_the_keys()
            if not meetings:
                return
            found = await self.in_thread(what_has_moved, meetings)
        except VaultLocked:
            logger.warning("The sweep found no keystore.")
            return
        except (DatabaseError, InterfaceError) as failure:
            logger.warning("The sweep found no database: %s", type(failure).__name__)
            return
        self._ring(found.heads)
        for meeting, command in found.removals:
            await self._show_out(meeting, command)

    async def _mind_the_sessions(self) -> None:
        """Whoever has signed out sees nothing more."""
        if await self.sessions.sweep():
            self.hub.wake()

    async def _mind_the_keys(self) -> None:
        """Whatever was read with keys destroyed since, by any process, is forgotten."""
        await self.in_thread(self.writer.mind_the_keys)
        self.hub.keys_are(await self.in_thread(keystore().generation))

    async def _show_out(self, meeting: UUID, command: Command) -> None:
        """Once per departure, as soon as the meeting takes it."""
        departure = meeting, command.token
        if departure in self._shown_out:
            return
        if isinstance(await self.submit(meeting, command), Accepted):
            self._shown_out.add(departure)

    def _tidy(self) -> None:
        self.hub.forget_empty_rooms()
        self.presence.forget(but=self.hub.rooms)
        self._shown_out = {one for one in self._shown_out if one[0] in self.hub.rooms}
        self._spare_the_collector()

    def _spare_the_collector(self) -> None:
        """Open streams live long: the collector need not walk them again and again."""
        if len(self.heart) > self._frozen_at + FREEZE_AFTER_STREAMS:
            self._frozen_at = len(self.heart)
            gc.freeze()


def _settle(answer: "asyncio.Future[Outcome]", outcome: Outcome) -> None:
    if not answer.done():
        answer.set_result(outcome)


def _with_fresh_connection(call: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    close_old_connections()
    return call(*args, **kwargs)


# The runtime of this process, once its server has started.
_running: Runtime | None = None
_standing_in = threading.Lock()


def started(runtime: Runtime | None) -> None:
    """Make a runtime the one of this process, or say that there is none any more."""
    global _running  # noqa: PLW0603 - one server, one runtime
    _running = runtime


def running() -> Runtime | None:
    return _running
