"""The load: many streams that only look for marks, and posters that keep a rhythm.

Generator and server share the machine, so a stream here is one protocol object that
scans what arrives and keeps almost nothing.
"""

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import cast

MARK = re.compile(rb"bm(\d+)x")
NUMBER = re.compile(rb"(?m)^id: (\d+)\n")
LONGEST_MARK = 16
RETRY_AFTER = 0.2
# Servers close a connection that has been quiet for five seconds.
KEPT_ALIVE = 3.0


@dataclass(frozen=True)
class Seat:
    """One person in one room: how they open a stream, and how they post."""

    room: int
    open_stream: Callable[[int], bytes]
    post: Callable[[int, str], bytes]
    may_post: bool = True
    head: int = 0
    """The number of the newest entry before the load began."""


@dataclass
class Sent:
    """One contribution on its way to every screen of its room."""

    at: float
    screens: int
    acknowledged_at: float = 0.0
    shown_at: float = 0.0
    seen_by: set[int] = field(default_factory=set)


@dataclass
class Ledger:
    """What was sent, acknowledged, shown; what came twice."""

    sent: dict[int, Sent] = field(default_factory=dict)
    went_back: int = 0
    refused: Counter[int] = field(default_factory=Counter)
    retried: int = 0

    def seen(self, mark: int, screen: int) -> None:
        one = self.sent.get(mark)
        if one is None or screen in one.seen_by:
            return
        one.seen_by.add(screen)
        if len(one.seen_by) == one.screens:
            one.shown_at = time.perf_counter()

    @property
    def acknowledged(self) -> list[Sent]:
        return [one for one in self.sent.values() if one.acknowledged_at]

    @property
    def lost(self) -> int:
        """Acknowledged, and missing from at least one screen."""
        return sum(not one.shown_at for one in self.acknowledged)


class Stream(asyncio.Protocol):
    """One open stream; opens itself again, from where it was, whenever it breaks."""

    def __init__(self, number: int, seat: Seat, load: "Load") -> None:
        self.number = number
        self.seat = seat
        self.load = load
        self.head = seat.head
        self.rest = b""
        self.greeted = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # A TCP connection is one that can be written to.
        self.transport = cast(asyncio.WriteTransport, transport)
        self.rest = b""
        self.transport.write(self.seat.open_stream(self.head))

    def data_received(self, data: bytes) -> None:
        if not self.greeted:
            self.greeted = True
            self.load.greeted()
        text = self.rest + data
        for found in NUMBER.finditer(text):
            self._move_to(int(found[1]), again=found.end() <= len(self.rest))
        for found in MARK.finditer(text):
            self.load.ledger.seen(int(found[1]), self.number)
        self.rest = text[-LONGEST_MARK:]

    def _move_to(self, number: int, *, again: bool) -> None:
        if number <= self.head and not again:
            self.load.ledger.went_back += 1
        self.head = max(self.head, number)

    def connection_lost(self, _: Exception | None) -> None:
        if not self.load.closing:
            self.load.reopen(self)


class Load:
    """All streams and posters against one server."""

    def __init__(self, port: int, seats: Sequence[Seat]) -> None:
        self.port = port
        self.seats = seats
        self.ledger = Ledger()
        self.closing = False
        self.streams: list[Stream] = []
        self._greetings = 0
        self._everyone = asyncio.Event()
        self._marks = 0
        self._in_room: dict[int, int] = {}
        for seat in seats:
            self._in_room[seat.room] = self._in_room.get(seat.room, 0) + 1
        self._posters = [seat for seat in seats if seat.may_post]
        self._idle: list[Connection] = []

    async def warm_up(self) -> None:
        """Let the server answer once, so that it has loaded what it needs."""
        connection = Connection(self.port)
        await connection.ask(self.seats[-1].post(0, "warming-up"))
        connection.close()

    async def open_streams(self) -> None:
        """Open them all, a handful at a time, and wait until each is greeted."""
        gate = asyncio.Semaphore(64)

        async def one(number: int, seat: Seat) -> None:
            async with gate:
                stream = Stream(number, seat, self)
                self.streams.append(stream)
                await self._connect(stream)

        await asyncio.gather(*(one(n, seat) for n, seat in enumerate(self.seats)))
        await asyncio.wait_for(self._everyone.wait(), 120)

    def greeted(self) -> None:
        self._greetings += 1
        if self._greetings == len(self.seats):
            self._everyone.set()

    def reopen(self, stream: Stream) -> None:
        asyncio.get_running_loop().create_task(self._reopen(stream))

    async def _reopen(self, stream: Stream) -> None:
        while not self.closing:
            await asyncio.sleep(RETRY_AFTER * random.uniform(0.5, 1.5))
            try:
                await self._connect(stream)
            except OSError:
                continue
            return

    async def _connect(self, stream: Stream) -> None:
        loop = asyncio.get_running_loop()
        await loop.create_connection(lambda: stream, "127.0.0.1", self.port)

    async def post_at(self, rate: float, seconds: float) -> None:
        """So many contributions a second, whether or not the server keeps up."""
        began, tasks = time.perf_counter(), set()
        for number in range(int(rate * seconds)):
            due = began + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            task = asyncio.create_task(self._post())
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        await asyncio.gather(*tasks)

    async def post_as_fast_as_answered(self, at_once: int, seconds: float) -> float:
        """Keep so many posts under way; returns those acknowledged a second."""
        began, before = time.perf_counter(), len(self.ledger.acknowledged)

        async def keep_posting() -> None:
            while time.perf_counter() - began < seconds:
                await self._post()

        await asyncio.gather(*(keep_posting() for _ in range(at_once)))
        took = time.perf_counter() - began
        return (len(self.ledger.acknowledged) - before) / took

    async def _post(self) -> None:
        self._marks += 1
        mark, seat = self._marks, random.choice(self._posters)
        token = f"token-{mark:08d}"
        sent = Sent(time.perf_counter(), self._in_room[seat.room])
        self.ledger.sent[mark] = sent
        while not self.closing:
            status = await self._answer_to(seat.post(mark, token))
            if status in (204, 303):
                sent.acknowledged_at = time.perf_counter()
                return
            if status and status < 500:
                self.ledger.refused[status] += 1
                return
            self.ledger.retried += 1
            await asyncio.sleep(RETRY_AFTER)

    async def _answer_to(self, request: bytes) -> int:
        """The status, or 0 if there was no answer."""
        connection = self._idle.pop() if self._idle else Connection(self.port)
        if time.perf_counter() - connection.used_at > KEPT_ALIVE:
            connection.close()
        try:
            status = await connection.ask(request)
        except (OSError, asyncio.IncompleteReadError):
            connection.close()
            return 0
        self._idle.append(connection)
        return status

    async def settle(self, seconds: float) -> None:
        """Wait until everything acknowledged is on every screen, or time is up."""
        deadline = time.perf_counter() + seconds
        while self.ledger.lost and time.perf_counter() < deadline:
            await asyncio.sleep(0.1)

    def close(self) -> None:
        self.closing = True
        for stream in self.streams:
            stream.transport.close()
        for connection in self._idle:
            connection.close()


class Connection:
    """One kept-alive connection for posts."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.used_at = time.perf_counter()

    async def ask(self, request: bytes) -> int:
        if self.reader is None or self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(
                "127.0.0.1", self.port
            )
        self.writer.write(request)
        head = await self.reader.readuntil(b"\r\n\r\n")
        if found := re.search(rb"(?i)content-length: (\d+)", head):
            await self.reader.readexactly(int(found[1]))
        self.used_at = time.perf_counter()
        return int(head[9:12])

    def close(self) -> None:
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None
