"""The reference room in bare Starlette: same ticket, sealing, batch and fan-out.

It knows no process and draws next to nothing: what the real room takes longer than
this is the price of what it does.
"""

import asyncio
import hashlib
import hmac
import os
import sqlite3
import sys
import threading
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from urllib.parse import parse_qs

import uvicorn
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

PORT, FILE, SECRET, PEOPLE = (
    int(sys.argv[1]),
    sys.argv[2],
    sys.argv[3],
    int(sys.argv[4]),
)
LARGEST_BATCH = 256
KEY = AESGCM(AESGCM.generate_key(256))


@dataclass
class Room:
    name: str
    head: int = 0
    lines: set["asyncio.Queue[bytes]"] = field(default_factory=set)


@dataclass
class Said:
    room: Room
    person: str
    token: str
    words: str
    done: "asyncio.Future[None]"
    number: int = 0


rooms: defaultdict[str, Room] = defaultdict(lambda: Room(""))
waiting: SimpleQueue[Said] = SimpleQueue()


def ticket(request: Request) -> tuple[Room, str] | None:
    text, _, mac = request.cookies.get("ticket", "").partition("|")
    right = hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(right, mac):
        return None
    name, _, person = text.partition(":")
    room = rooms[name]
    room.name = name
    return (room, person) if int(person) < PEOPLE else None


async def post(request: Request) -> Response:
    who = ticket(request)
    if who is None:
        return Response(status_code=401)
    form = {k: v[0] for k, v in parse_qs((await request.body()).decode()).items()}
    done = asyncio.get_running_loop().create_future()
    waiting.put(Said(who[0], who[1], form["token"], form["words"], done))
    await done
    return Response(status_code=204)


async def events(request: Request) -> Response:
    who = ticket(request)
    if who is None:
        return Response(status_code=401)
    return StreamingResponse(_line(who[0]), media_type="text/event-stream")


async def _line(room: Room) -> AsyncIterator[bytes]:
    queue: asyncio.Queue[bytes] = asyncio.Queue()
    room.lines.add(queue)
    try:
        yield b"event: hello\ndata:\n\n"
        while True:
            yield await queue.get()
    finally:
        room.lines.discard(queue)


def write_for_ever(loop: asyncio.AbstractEventLoop) -> None:
    db = sqlite3.connect(FILE, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute(
        "CREATE TABLE IF NOT EXISTS entry (room TEXT, number INTEGER, person TEXT, "
        "token TEXT, sealed BLOB, PRIMARY KEY (room, number), UNIQUE (room, token))"
    )
    while True:
        batch = [waiting.get()]
        while len(batch) < LARGEST_BATCH:
            try:
                batch.append(waiting.get_nowait())
            except Empty:
                break
        _commit(db, batch)
        loop.call_soon_threadsafe(_tell, batch)


def _commit(db: sqlite3.Connection, batch: list[Said]) -> None:
    db.execute("BEGIN IMMEDIATE")
    for said in batch:
        known = "SELECT 1 FROM entry WHERE room = ? AND token = ?"
        if db.execute(known, (said.room.name, said.token)).fetchone():
            continue
        said.room.head += 1
        said.number = said.room.head
        nonce = os.urandom(12)
        place = f"{said.room.name}/{said.number}".encode()
        sealed = nonce + KEY.encrypt(nonce, said.words.encode(), place)
        row = (said.room.name, said.number, said.person, said.token, sealed)
        db.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", row)
    db.execute("COMMIT")


def _tell(batch: list[Said]) -> None:
    for said in batch:
        said.done.set_result(None)
        html = f'<li id="c-{said.number}">{said.words}</li>'
        frame = f"id: {said.number}\ndata: {html}\n\n".encode()
        for line in said.room.lines:
            line.put_nowait(frame)


@asynccontextmanager
async def lifespan(_: Starlette) -> AsyncIterator[None]:
    loop = asyncio.get_running_loop()
    threading.Thread(target=write_for_ever, args=(loop,), daemon=True).start()
    yield


application = Starlette(
    routes=[Route("/", post, methods=["POST"]), Route("/", events, methods=["GET"])],
    lifespan=lifespan,
)

if __name__ == "__main__":
    uvicorn.run(
        application, port=PORT, http="httptools", log_level="warning", backlog=4096
    )
