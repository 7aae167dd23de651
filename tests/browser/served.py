"""A served Askwell for the stories: a process of its own that can be killed."""

import contextlib
import email
import email.message
import email.policy
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

STARTS_WITHIN = 90.0
TESTS = Path(__file__).parents[1]


@dataclass
class Served:
    """A running Askwell with demonstration data: its address and its folder."""

    data: Path
    port: int
    _server: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _stage: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.data / "server.log"

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "ASKWELL_DATA": str(self.data),
            "ASKWELL_URL": self.url,
            "ASKWELL_DEMO": "1",
            "ASKWELL_MAIL": "file",
            "DJANGO_SETTINGS_MODULE": "askwell.web.settings",
            "PYTHONPATH": f"{TESTS.parent / 'src'}{os.pathsep}{TESTS}",
        }

    # The server

    def start(self) -> None:
        with self.log.open("a") as log:
            self._server = subprocess.Popen(
                [
                    *(sys.executable, "-m", "askwell", "serve"),
                    *("--demo", "--no-year", "--port", str(self.port)),
                ],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait()

    def kill(self) -> None:
        """As a power cut would: nothing is tidied up."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)
        if self._stage:
            self._stage.communicate(timeout=20)

    def _end(self, how: signal.Signals) -> None:
        if self._server:
            self._server.send_signal(how)
            self._server.wait(timeout=20)
            self._server = None

    def _wait(self) -> None:
        assert self._server
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until and self._server.poll() is None:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{self.url}/", timeout=5).close()
                return
            time.sleep(0.1)
        raise TimeoutError(f"the server did not start:\n{self.log.read_text()}")

    # What stories need beside it

    def arrange(self, what: str, **how: object) -> Any:
        """Have `browser.arrange` make something; what it says of it."""
        stage = self._stage = self._stage or self._set_stage()
        assert stage.stdin
        assert stage.stdout
        stage.stdin.write(json.dumps({"what": what, "how": how}) + "\n")
        stage.stdin.flush()
        answer = stage.stdout.readline()
        if not answer:
            self._stage = None
            _, problem = stage.communicate(timeout=20)
            raise RuntimeError(f"{what} could not be arranged:\n{problem}")
        return json.loads(answer)

    def _set_stage(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "browser.arrange"],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def mailed_code(self, address: str) -> str:
        """The code of six digits in the newest mail to an address; waits for it."""
        until = time.monotonic() + 15
        while time.monotonic() < until:
            for letter in reversed(self._mails_to(address)):
                if found := re.search(r"^\s*(\d{3}) ?(\d{3})\s*$", letter, re.M):
                    return "".join(found.groups())
            time.sleep(0.1)
        raise TimeoutError(f"no code was mailed to {address}")

    def mailed_invitation(self, address: str) -> str:
        """The path of the newest invitation mailed to an address; waits for it."""
        until = time.monotonic() + 15
        while time.monotonic() < until:
            for letter in reversed(self._mails_to(address)):
                if found := re.search(r"(/join/[\w-]+/)", letter):
                    return found[1]
            time.sleep(0.1)
        raise TimeoutError(f"no invitation was mailed to {address}")

    def _mails_to(self, address: str) -> list[str]:
        files = sorted((self.data / "mail").glob("*.log"), key=_written_at)
        letters = [
            email.message_from_bytes(each, policy=email.policy.default)
            for file in files
            for each in file.read_bytes().split(b"-" * 79 + b"\n")
            if each.strip()
        ]
        return [_text_of(each) for each in letters if address in str(each["To"])]


def _text_of(letter: email.message.EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body
    return str(body.get_content())


def _written_at(file: Path) -> int:
    return file.stat().st_mtime_ns


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
