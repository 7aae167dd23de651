"""What one process remembers of a keystore, and when it must forget."""

import threading
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, TypeVar

CACHED_KEYS = 16_384
# A key shredded by another process is forgotten here within this many seconds.
RECHECK_AFTER = 1.0

K = TypeVar("K")


class Remembered(Generic[K]):
    """Unwrapped keys of one generation; thrown away whole when that has passed."""

    def __init__(
        self, sealing: Callable[[str, str], K], opening: Callable[[int], K]
    ) -> None:
        self.sealing = lru_cache(CACHED_KEYS)(sealing)
        self.opening = lru_cache(CACHED_KEYS)(opening)


class Memory(Generic[K]):
    """Keys by how they are asked for, as long as the keystore has not moved on."""

    def __init__(
        self,
        *,
        sealing: Callable[[str, str], K],
        opening: Callable[[int], K],
        generation: Callable[[], Any],
    ) -> None:
        self._sealing = sealing
        self._opening = opening
        self._generation_now = generation
        self._generation: Any = None
        self._lock = threading.Lock()
        self.forget()

    def current(self) -> Remembered[K]:
        self.generation()
        return self._remembered

    def generation(self) -> Any:
        """The keystore's, as it was within the last second."""
        if time.monotonic() >= self._recheck_at:
            self._recheck()
        return self._generation

    def forget(self) -> None:
        """Start anew rather than clear, and look at the keystore before the next use.

        A thread that read a key before it was shredded must not put it into what is
        remembered afterwards.
        """
        self._recheck_at = 0.0
        self._remembered = Remembered(self._sealing, self._opening)

    def _recheck(self) -> None:
        with self._lock:
            generation = self._generation_now()
            if generation != self._generation:
                self._generation = generation
                self.forget()
            self._recheck_at = time.monotonic() + RECHECK_AFTER
