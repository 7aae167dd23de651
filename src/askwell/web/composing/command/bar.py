"""How far a search is, on standard error: a bar on a terminal, else lines."""

import sys
import time

WIDTH = 24
# Seconds between two drawings of the bar, and between two lines where there is none.
DRAWN_EVERY, SAID_EVERY = 0.2, 10.0


class Bar:
    """Shows a share from 0 to 1 with a few words."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._every = DRAWN_EVERY if self._terminal else SAID_EVERY
        self._shown_at = time.monotonic()

    def show(self, share: float, words: str) -> None:
        """Show it, unless something was shown just now."""
        now = time.monotonic()
        if now - self._shown_at < self._every:
            return
        self._shown_at = now
        share = min(1.0, max(0.0, share))
        if self._terminal:
            done = "#" * int(share * WIDTH)
            self._write(f"\r\x1b[K[{done:.<{WIDTH}}] {share:4.0%}  {words}")
        else:
            self._write(f"{share:.0%}: {words}\n")

    def say(self, words: str) -> None:
        """A line that stays."""
        self.clear()
        self._write(f"{words}\n")

    def clear(self) -> None:
        """Leave the line to others."""
        if self._terminal:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        print(text, end="", file=sys.stderr, flush=True)
