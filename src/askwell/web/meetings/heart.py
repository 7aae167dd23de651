"""The heart: keeps quiet streams audibly alive, so that a mute line is noticed."""

import time
from collections import deque
from collections.abc import Callable
from typing import Final, Protocol

FIRST_SECONDS: Final = 1.0
EVERY_SECONDS: Final = 15.0


class Beating(Protocol):
    closed: bool

    def beat(self) -> None:
        """Send a heartbeat now."""


class Heart:
    """Beats for each stream after a second, then every fifteen."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        # All waits in a queue are equal, so each queue is in the order of its times.
        self._first: deque[tuple[float, Beating]] = deque()
        self._later: deque[tuple[float, Beating]] = deque()

    def __len__(self) -> int:
        return len(self._first) + len(self._later)

    def add(self, stream: Beating) -> None:
        self._first.append((self._clock() + FIRST_SECONDS, stream))

    def beat(self) -> None:
        now = self._clock()
        for waiting in (self._first, self._later):
            while waiting and waiting[0][0] <= now:
                _, stream = waiting.popleft()
                if not stream.closed:
                    stream.beat()
                    self._later.append((now + EVERY_SECONDS, stream))
