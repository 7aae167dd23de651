"""The one clock of the composer: how much of its time a search has had."""

from collections.abc import Callable
from time import monotonic

# Seconds from one word of progress to the next.
BEAT = 0.25
# So many steps at once at most, so that whoever says stop is soon heard.
LONGEST = 20_000


class Pace:
    """Says how far through its seconds, or its steps, a search is.

    With steps, nothing the clock says changes what is found: it only says when it is
    time for a word of progress.
    """

    def __init__(
        self,
        *,
        seconds: float | None,
        steps: int,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._clock = clock
        self._seconds = seconds
        self._steps = steps
        self._began = clock()
        self._spoke = float("-inf")

    def share(self, done: int) -> float:
        """How much of the search is done, 0 to 1."""
        if self._seconds is None:
            return 1.0 if done >= self._steps else done / self._steps
        return min(1.0, (self._clock() - self._began) / max(1e-9, self._seconds))

    def next_steps(self, done: int, chunk: int, chunks: int) -> int:
        """How many steps to take at once, so that there are about so many chunks."""
        if self._seconds is None:
            most = min(max(1, self._steps // chunks), LONGEST)
            return min(most, self._steps - done)
        spent = self._clock() - self._began
        rate = done / spent if done and spent > 0 else chunk / self._seconds
        return max(1, int(rate * self._seconds / chunks))

    def due(self) -> bool:
        """Whether it is time for a word of progress."""
        now = self._clock()
        if now - self._spoke < BEAT:
            return False
        self._spoke = now
        return True
