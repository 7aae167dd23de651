"""The servers a benchmark can be run against, each a process of its own."""

import hashlib
import hmac
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

import psutil

from benchmarks.load import Seat

HERE = Path(__file__).parent
STARTS_WITHIN = 60
SECRET = "only-for-benchmarks"
FACILITATOR, PRESENTER = 0, 1
QUESTION = "What would change if nobody had to be brave? bm{mark}x"


class Target(ABC):
    """A server in a folder of its own, started and ended as often as one likes."""

    name = ""

    def __init__(self, rooms: int, people: int) -> None:
        self.rooms, self.people = rooms, people
        self.folder = Path(tempfile.mkdtemp(prefix="askwell-benchmark-"))
        self.port = _free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:  # noqa: B027 - most need nothing
        """Whatever must be there before the first start."""

    @abstractmethod
    def command(self) -> Sequence[str | Path]:
        """How to start it."""

    @abstractmethod
    def seats(self) -> list[Seat]:
        """A place in a room for each person, the rooms one after another."""

    def environment(self) -> dict[str, str]:
        return dict(os.environ)

    def start(self) -> None:
        self.process = subprocess.Popen(
            [str(each) for each in self.command()], env=self.environment(), cwd=HERE
        )
        deadline = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < deadline and self.process.poll() is None:
            with socket.socket() as line:
                if line.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise SystemExit(f"{self.name} did not start")

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def close(self) -> None:
        self._end(signal.SIGTERM)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self, how: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(how)
            self.process.wait(timeout=20)
            self.process = None

    @property
    def memory(self) -> int:
        """Bytes of the server's own, without what it shares."""
        assert self.process
        return int(psutil.Process(self.process.pid).memory_full_info().uss)

    @property
    def cpu_seconds(self) -> float:
        assert self.process
        times = psutil.Process(self.process.pid).cpu_times()
        return float(times.user + times.system)


class Askwell(Target):
    """The product: tickets, forms, process, encryption, log, screens."""

    name = "Askwell"

    def __init__(self, rooms: int, people: int) -> None:
        super().__init__(rooms, people)
        self.made: list[tuple[str, list[str], int]] = []

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "ASKWELL_DATA": str(self.folder),
            "ASKWELL_SECRET_KEY": SECRET,
            "DJANGO_SETTINGS_MODULE": "askwell.web.settings",
            "PYTHONPATH": str(HERE.parent / "src"),
        }

    def prepare(self) -> None:
        told = subprocess.run(
            [sys.executable, HERE / "seed.py", str(self.rooms), str(self.people)],
            env=self.environment(),
            stdout=subprocess.PIPE,
            check=True,
        )
        self.made = json.loads(told.stdout)

    def command(self) -> Sequence[str | Path]:
        return (
            *(sys.executable, "-m", "uvicorn", "askwell.web.asgi:application"),
            *("--port", str(self.port), "--http", "httptools", "--backlog", "4096"),
            *("--log-level", "warning", "--no-access-log"),
            *("--timeout-graceful-shutdown", "3"),
        )

    def seats(self) -> list[Seat]:
        return [
            self._seat(room, number, f"/live/{meeting}/", cookie, head)
            for room, (meeting, cookies, head) in enumerate(self.made)
            for number, cookie in enumerate(cookies)
        ]

    def _seat(self, room: int, number: int, path: str, cookie: str, head: int) -> Seat:
        def open_stream(after: int) -> bytes:
            return _request("GET", f"{path}events/?after={after}", cookie)

        def post(mark: int, token: str) -> bytes:
            words = QUESTION.format(mark=mark)
            form = {"token": token, "kind": "open_question", "words": words}
            return _request("POST", f"{path}contributions/", cookie, urlencode(form))

        speaks = number not in (FACILITATOR, PRESENTER)
        return Seat(room, open_stream, post, may_post=speaks, head=head)


class Reference(Target):
    """What both references have in common."""

    upgrade = ""

    def seats(self) -> list[Seat]:
        return [
            self._seat(room, f"room{room}:{number}")
            for room in range(self.rooms)
            for number in range(self.people)
        ]

    def _seat(self, room: int, text: str) -> Seat:
        mac = hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).hexdigest()
        cookie = f"ticket={text}|{mac}"

        def open_stream(_: int) -> bytes:
            return _request("GET", "/", cookie, more=self.upgrade)

        def post(mark: int, token: str) -> bytes:
            form = {"token": token, "words": QUESTION.format(mark=mark)}
            return _request("POST", "/", cookie, urlencode(form))

        return Seat(room, open_stream, post)

    def arguments(self) -> Sequence[str | Path]:
        return str(self.port), self.folder / "room.sqlite3", SECRET, str(self.people)


class Node(Reference):
    """Node with ws and better-sqlite3."""

    name = "Node ws"
    upgrade = (
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    )

    def prepare(self) -> None:
        if not (HERE / "reference/node_modules").exists():
            subprocess.run(
                ["npm", "ci", "--silent"], cwd=HERE / "reference", check=True
            )

    def command(self) -> Sequence[str | Path]:
        return "node", HERE / "reference/node.js", *self.arguments()


class Bare(Reference):
    """Starlette and nothing else."""

    name = "Bare Starlette"

    def command(self) -> Sequence[str | Path]:
        return sys.executable, HERE / "reference/bare.py", *self.arguments()


TARGETS: dict[str, type[Target]] = {"askwell": Askwell, "node": Node, "bare": Bare}


def _request(
    method: str, path: str, cookie: str, body: str = "", *, more: str = ""
) -> bytes:
    connection = "Upgrade" if more else "keep-alive"
    return (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
        f"Connection: {connection}\r\nSec-Fetch-Site: same-origin\r\n{more}"
        "Accept: application/vnd.askwell.fragment+html\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
