"""Lets searches run beside the worker: begins one, looks at it, never waits for it."""

import contextlib
import json
import logging
import queue
import subprocess
import sys
import threading
from datetime import datetime
from typing import IO, Any
from uuid import uuid4

from askwell.composer.appraising import appraise
from askwell.web.composing import codec, operations
from askwell.web.composing.brief import Known, known_of
from askwell.web.composing.models import Composition, Trading

logger = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "askwell.web.composing.searching")
Json = dict[str, Any]
AnyJob = Composition | Trading


class Search:
    """One search in its own process, and what it has said so far.

    The brief goes through a pipe and lies nowhere. Threads only carry bytes: what
    there is to do with the database is done by whoever asks.
    """

    def __init__(self, asked: Json, command: tuple[str, ...] = COMMAND) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._said: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._tell(asked)
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    def said(self) -> list[Json]:
        """What it said since it was last asked."""
        lines = []
        while not self._said.empty():
            lines.append(json.loads(self._said.get()))
        return lines

    @property
    def is_over(self) -> bool:
        """All that it said has been heard, too."""
        return self._process.poll() is not None and not self._listening.is_alive()

    def stop(self) -> None:
        """It gives what it has and ends; so it does when we are gone.

        A search that is over is stopped, too: that closes its pipe.
        """
        with contextlib.suppress(BrokenPipeError):
            if self._process.stdin:
                self._process.stdin.close()

    def _tell(self, asked: Json) -> None:
        line = json.dumps(asked).encode() + b"\n"
        threading.Thread(target=self._write, args=(line,), daemon=True).start()

    def _write(self, line: bytes) -> None:
        pipe: IO[bytes] | None = self._process.stdin
        try:
            if pipe:
                pipe.write(line)
                pipe.flush()
        except (BrokenPipeError, ValueError):
            # It ended before it had heard all: its exit says so.
            return

    def _listen(self) -> None:
        pipe: IO[bytes] | None = self._process.stdout
        if pipe:
            with pipe:
                for line in pipe:
                    self._said.put(line)


class Runner:
    """The worker's task: one search at a time in each worker."""

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self._command = command
        self._job: AnyJob | None = None
        self._search: Search | None = None
        self._found: Json | None = None

    def __call__(self, *, at: datetime) -> int:
        """Look at what runs, or begin what waits; says whether something ended."""
        if self._job and self._search:
            return self._look(self._job, self._search, at)
        job = operations.claim(worker=str(uuid4()), at=at)
        if job:
            self._begin(job, at)
        return 0

    def _begin(self, job: AnyJob, at: datetime) -> None:
        try:
            self._search = Search(_asked(job), self._command)
        except Exception:
            operations.give_up(job, at=at)
            raise
        self._job, self._found = job, None

    def _look(self, job: AnyJob, search: Search, at: datetime) -> int:
        over = search.is_over
        heard: Json = {}
        for line in search.said():
            self._found = line if "found" in line else self._found
            heard = line if "share" in line else heard
        if not operations.keep(job, at=at, **_how_far(job, heard)):
            search.stop()
        if not over:
            return 0
        search.stop()
        self._end(job, at)
        return 1

    def _end(self, job: AnyJob, at: datetime) -> None:
        self._job = self._search = None
        if self._found is None:
            logger.error("A search for sets broke off.")
            operations.give_up(job, at=at)
        else:
            operations.finish(job, at=at, **_results(job, self._found))


def _asked(job: AnyJob) -> Json:
    """What the search is told; one that was cut off begins again to the same end."""
    composition = job if isinstance(job, Composition) else job.composition
    known = known_of(
        composition.cohort,
        composition.asked,
        locks=codec.locks_from_json(composition.locks),
    )
    return {
        "do": "compose" if isinstance(job, Composition) else "trade",
        "brief": codec.brief_to_json(known.brief),
        "seed": composition.seed,
        "steps": None,
        "start": _start(composition, known),
    }


def _start(composition: Composition, known: Known) -> Json | None:
    if not composition.sets:
        return None
    return codec.proposal_to_json(
        appraise(known.brief, codec.sets_of(composition.sets, known.brief))
    )


def _how_far(job: AnyJob, heard: Json) -> Json:
    told = ("share", "so_far") if isinstance(job, Composition) else ("share",)
    return {each: heard[each] for each in told if each in heard}


def _results(job: AnyJob, line: Json) -> Json:
    if isinstance(job, Trading):
        return {"trades": line["found"]}
    found = line["found"]
    return {
        **{each: found[each] for each in ("sets", "score", "broken", "steps")},
        "collisions": line["collisions"],
    }
