"""A browser at its barest: opens streams, posts forms, keeps what it was told."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlencode
from uuid import UUID

from askwell.web.meetings.posting import FRAGMENT
from askwell.web.meetings.sessions import proof
from askwell.web.meetings.tickets import OWN_COOKIE, SHARED_COOKIE, Ticket, issue

NUMBERS = re.compile(r'<li id="e-(\d+)">')


# What stands in the place of a password: nobody signs in with one here.
PASSWORD = "!"


def session_of(person: str) -> str:
    """The key of the session in which the caller is signed in."""
    return f"own-{UUID(person).hex}"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True)
class Frame:
    event: str
    id: str
    data: str
    retry: str = ""

    @property
    def numbers(self) -> list[int]:
        """The entries this frame draws, on plain screens."""
        return [int(number) for number in NUMBERS.findall(self.data)]


@dataclass
class Caller:
    """One person in one meeting, at whichever server answers."""

    meeting: UUID
    person: str
    port: int
    shared: bool = False
    time_zone: str = ""
    seen: list[int] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"/live/{self.meeting}/"

    @property
    def cookie(self) -> str:
        name = SHARED_COOKIE if self.shared else OWN_COOKIE
        session = session_of(self.person)
        ticket = Ticket(
            self.meeting,
            self.person,
            self.shared,
            time_zone=self.time_zone,
            proof=proof(session, PASSWORD),
        )
        return f"{name}={issue(ticket)}; sessionid={session}"

    async def post(self, act: str, token: str, **fields: str) -> Answer:
        """As `<live-room>` posts a form."""
        return await self.send(
            "POST",
            f"{self.path}{act}/",
            body=urlencode({"token": token, **fields}),
            headers={"Accept": FRAGMENT, "Sec-Fetch-Site": "same-origin"},
        )

    async def get(self, rest: str) -> Answer:
        return await self.send("GET", f"{self.path}{rest}")

    async def send(
        self,
        method: str,
        path: str,
        *,
        body: str = "",
        headers: dict[str, str] | None = None,
    ) -> Answer:
        reader, writer = await self._ask(method, path, body, headers or {})
        try:
            status, found = await _head(reader)
            return Answer(status, found, (await reader.read()).decode())
        finally:
            writer.close()

    async def frames(self, *, after: int) -> AsyncIterator[Frame]:
        """The frames of one stream until it ends or breaks."""
        query = f"?after={after}" + ("&shared" if self.shared else "")
        reader, writer = await self._ask("GET", f"{self.path}events/{query}", "", {})
        try:
            status, _ = await _head(reader)
            if status != HTTPStatus.OK:
                raise ConnectionError(status)
            async for frame in _frames(reader):
                yield frame
        finally:
            writer.close()

    async def follow(self, *, until: int, after: int = 0) -> None:
        """Keep a stream open, through any breaks, until entry `until` is seen."""
        head = after
        while head < until:
            with suppress(OSError, asyncio.IncompleteReadError):
                async for frame in self.frames(after=head):
                    self.seen += frame.numbers
                    head = int(frame.id or head)
                    if head >= until:
                        return
            await asyncio.sleep(0.05)

    async def _ask(
        self, method: str, path: str, body: str, headers: dict[str, str]
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        sent = {
            "Host": f"127.0.0.1:{self.port}",
            "Cookie": self.cookie,
            "Connection": "close",
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(body.encode())),
            **headers,
        }
        rows = [f"{method} {path} HTTP/1.1", *(f"{k}: {v}" for k, v in sent.items())]
        writer.write(("\r\n".join(rows) + "\r\n\r\n" + body).encode())
        await writer.drain()
        return reader, writer


async def _head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    rows = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = dict(row.lower().split(": ", 1) for row in rows[1:] if row)
    return int(rows[0].split()[1]), headers


async def _frames(reader: asyncio.StreamReader) -> AsyncIterator[Frame]:
    rest = ""
    async for chunk in _chunks(reader):
        *whole, rest = (rest + chunk).split("\n\n")
        for text in whole:
            yield _frame(text)


async def _chunks(reader: asyncio.StreamReader) -> AsyncIterator[str]:
    while size := int(await reader.readuntil(b"\r\n"), 16):
        yield (await reader.readexactly(size)).decode()
        await reader.readexactly(2)


def _frame(text: str) -> Frame:
    found: dict[str, str] = {"event": "", "id": "", "data": "", "retry": ""}
    for row in text.split("\n"):
        name, _, value = row.partition(":")
        found[name] = f"{found[name]}\n{value[1:]}" if found[name] else value[1:]
    return Frame(**found)
