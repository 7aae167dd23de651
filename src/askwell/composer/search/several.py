"""Several searches at once, each on a core of its own and with a seed of its own."""

import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from askwell.composer.proposal import Proposal

# A new process knows nothing of this one: no threads, no open files, no locks held.
PROCESSES = get_context("spawn")

# What is called in each process: with a seed, and who asks whether to go on.
Search = Callable[[int, Callable[[], bool]], Proposal]


class Besides:
    """Searches with these seeds, in processes of their own while the block runs."""

    def __init__(self, search: Search, seeds: list[int]) -> None:
        self._stop = PROCESSES.Event()
        self._pipes: list[Connection] = []
        self._processes = [self._begun(search, seed) for seed in seeds]

    def _begun(self, search: Search, seed: int) -> SpawnProcess:
        here, there = PROCESSES.Pipe()
        self._pipes.append(here)
        given = (search, seed, self._stop, there)
        process = PROCESSES.Process(target=_searched, args=given, daemon=True)
        process.start()
        there.close()
        return process

    def stop(self) -> None:
        """Each search gives what it has so far."""
        self._stop.set()

    def found(self) -> list[Proposal]:
        """What they found; it is waited for."""
        return [proposal for pipe in self._pipes if (proposal := _received(pipe))]

    def __enter__(self) -> "Besides":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.join()


def _received(pipe: Connection) -> Proposal | None:
    """What a process found; None where it ended without an answer."""
    try:
        answer: Proposal = pipe.recv()
    except EOFError:
        return None
    return answer


def _searched(search: Search, seed: int, stop: Any, answers: Connection) -> None:
    # Ctrl+C reaches every process of a terminal; whoever began this one says stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    proposal = search(seed, lambda: not stop.is_set())
    try:
        answers.send(proposal)
    except BrokenPipeError:
        # Nobody waits any more.
        return
    finally:
        answers.close()
