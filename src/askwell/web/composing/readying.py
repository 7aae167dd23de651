"""Has the search compiled ahead, in a process of its own, so that nobody waits for it.

Compiling takes many seconds the first time on a machine, or after an update; after
that it is read from a cache. It begins once the worker has been up for a while, and
with the least right to the processor. Where the cache cannot be kept nothing is
gained, and nothing breaks.
"""

import logging
import os
import subprocess
import sys
from datetime import datetime, timedelta

from askwell.composer.brief import Brief, Facilitator, Person, Rules
from askwell.composer.compiling import is_fast
from askwell.composer.composing import compose

logger = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "askwell.web.composing.readying")
AFTER = timedelta(minutes=1)
LEAST_RIGHT = 19


class Readying:
    """A task of the worker; it does its work once."""

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self._command = command
        self._since: datetime | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._done = False

    def __call__(self, *, at: datetime) -> int:
        """Begin it when it is time, and look whether it has ended; never wait."""
        self._since = self._since or at
        if self._process:
            self._look(self._process)
        elif not self._done and at - self._since >= AFTER:
            self._process = subprocess.Popen(self._command)  # noqa: S603 - our own module
            return 1
        return 0

    def _look(self, process: "subprocess.Popen[bytes]") -> None:
        code = process.poll()
        if code is None:
            return
        self._process, self._done = None, True
        if code:
            logger.warning("Compiling the search ahead failed (exit code %s)", code)


def main() -> None:
    """Do it while everything else goes first."""
    os.nice(LEAST_RIGHT)
    make_ready()


def make_ready() -> None:
    """Compose next to nothing, so that all of the search is compiled and kept."""
    if is_fast():
        compose(_smallest(), steps=1)


def _smallest() -> Brief:
    people = tuple(Person(id=str(at), available=3) for at in range(6))
    leaders = (Facilitator(id="f", available=3, capacity=2),)
    return Brief(people, leaders, Rules(size_min=3, size_max=3))


if __name__ == "__main__":
    main()
