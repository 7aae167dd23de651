"""Real servers for the tests of the room, each a process that can be killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

TESTS = Path(__file__).parents[2]
STARTS_WITHIN = 30.0
SECRET = "only-for-tests"


@dataclass(frozen=True)
class OpenMeeting:
    """A meeting to use up: open, with four people in it."""

    id: UUID
    head: int
    people: tuple[str, ...]


@dataclass
class House:
    """One database, its keystore, and meetings in it that no test has used."""

    data: Path
    database: str
    unused: list[OpenMeeting] = field(default_factory=list)

    def meeting(self) -> OpenMeeting:
        return self.unused.pop()

    def environment(self, **more: str) -> dict[str, str]:
        return {
            **os.environ,
            "ASKWELL_DATA": str(self.data),
            "ASKWELL_DATABASE": self.database,
            "ASKWELL_SECRET_KEY": SECRET,
            "DJANGO_SETTINGS_MODULE": "askwell.web.settings",
            "PYTHONPATH": f"{TESTS.parent / 'src'}{os.pathsep}{TESTS}",
            **more,
        }

    def fill(self, meetings: int) -> None:
        self.unused = [
            OpenMeeting(UUID(one["id"]), one["head"], tuple(one["people"]))
            for one in json.loads(self.run("web.meetings.seeding", str(meetings)))
        ]

    def marks(self, meeting: UUID) -> list[str]:
        """The marks of the private notes in a meeting's log."""
        found: list[str] = json.loads(self.run("web.meetings.tokens", str(meeting)))
        return found

    def run(self, module: str, *arguments: str) -> bytes:
        """Run a module upon this database, in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=self.environment(),
            check=True,
            stdout=subprocess.PIPE,
        )
        return done.stdout


class Server:
    """One server process on a port of its own."""

    def __init__(self, house: House, **environment: str) -> None:
        self.port = _free_port()
        self.house = house
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Server":
        self._process = subprocess.Popen(
            [
                sys.executable,
                *("-m", "uvicorn", "web.meetings.plain:application"),
                *("--app-dir", str(TESTS), "--port", str(self.port)),
                *("--log-level", "warning", "--no-access-log"),
                *("--timeout-graceful-shutdown", "3"),
            ],
            env=self.house.environment(**self._environment),
        )
        self._wait()
        return self

    def kill(self) -> None:
        """As a power cut would: nothing is tidied up."""
        self._end(signal.SIGKILL)

    def stop(self) -> float:
        """Ask it to stop; returns the seconds it took."""
        began = time.monotonic()
        self._end(signal.SIGTERM)
        return time.monotonic() - began

    def _end(self, how: signal.Signals) -> None:
        if self._process:
            self._process.send_signal(how)
            self._process.wait(timeout=20)
            self._process = None

    def _wait(self) -> None:
        deadline = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/live/", timeout=2)
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
            assert self._process
            assert self._process.poll() is None, "the server ended while starting"
        raise TimeoutError("the server did not start")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
