"""The writer: one thread of this process decides and appends for all its meetings.

Commands wait in a queue; the writer takes as many as there are, at most 256, and
commits them in one transaction. That is what makes a durable room fast. Whoever sent
a command hears the answer after the commit. A refusal is an answer, not a failure;
when the database fails, each command of the batch is tried again by itself.
"""

import logging
import sqlite3
import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from queue import Empty, SimpleQueue
from typing import Final
from uuid import UUID

from django.db import (
    DatabaseError,
    InterfaceError,
    close_old_connections,
    connection,
    transaction,
)
from django.utils import timezone

from askwell.process.commands import Command, NominateFacilitator
from askwell.process.decide import decide
from askwell.process.events import BidPlaced, Event
from askwell.process.evolve import evolve
from askwell.process.refusals import Reason, Refused
from askwell.process.state import EMPTY, State
from askwell.web.meetings import log, projection, rows
from askwell.web.meetings.hub import Committed
from askwell.web.meetings.presence import PRESENCE
from askwell.web.topics.queries import can_be_brought
from askwell.web.vault.cipher import keystore
from askwell.web.vault.errors import Shredded, VaultLocked
from askwell.web.vault.keystore import Generation

LARGEST_BATCH: Final = 256
STATES_KEPT: Final = 4096
# What goes by itself, or is put right by an operator, and is worth another try.
OUT_OF_REACH: Final = (DatabaseError, InterfaceError, sqlite3.Error, VaultLocked)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The command is in the log, or was already; the log's head afterwards."""

    head: int
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Nothing was written: the database did not answer. Try again."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Nothing was written: the command met a fault in the program."""


@dataclass(frozen=True, slots=True)
class KeysDestroyed:
    """Nothing was written: no words can be sealed for this set any more."""


@dataclass(frozen=True, slots=True)
class NoSuchMeeting:
    """There is no such meeting."""


Outcome = Accepted | Refused | Unavailable | Broken | KeysDestroyed | NoSuchMeeting


@dataclass(frozen=True, slots=True)
class Submission:
    """A command on its way to one meeting, and whom to tell."""

    meeting: UUID
    command: Command
    answer: Callable[[Outcome], None]


Answers = Sequence[tuple[Submission, Outcome]]
Tell = Callable[[Sequence[Committed], Answers], None]
Recall = Callable[[UUID], State | None]


def answer_each(committed: Sequence[Committed], answers: Answers) -> None:
    """Tell everyone how their command fared."""
    for submission, outcome in answers:
        submission.answer(outcome)


@dataclass(slots=True)
class _Folded:
    """A meeting as the writer last knew it."""

    learning_set: UUID
    state: State


@dataclass(slots=True)
class _Batch:
    """What one transaction is about to add."""

    at: datetime
    keys: Generation
    folded: dict[UUID, _Folded] = field(default_factory=dict)
    added: dict[UUID, list[Event]] = field(default_factory=dict)


class Writer:
    """Decides and appends, one batch at a time, in the order of arrival.

    `recall` may know the state of a meeting that this writer has not met; however old
    it is, it spares reading the log from the beginning.
    """

    def __init__(
        self,
        *,
        tell: Tell = answer_each,
        recall: Recall = lambda meeting: None,
        clock: Callable[[], datetime] = timezone.now,
    ) -> None:
        self._tell = tell
        self._recall = recall
        self._clock = clock
        self._queue: SimpleQueue[Submission | None] = SimpleQueue()
        self._known: OrderedDict[UUID, State] = OrderedDict()
        self._keys: Generation | None = None
        self._thread: threading.Thread | None = None
        self._turn = threading.Lock()

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Write what has been submitted, then end."""
        if self._thread:
            self._queue.put(None)
            self._thread.join(timeout=3)

    def submit(self, submission: Submission) -> None:
        """Queue a command; its answer is called from the writer's thread."""
        self._queue.put(submission)

    def write(self, submissions: Sequence[Submission]) -> None:
        """Write one batch here and now, and answer everyone in it."""
        with self._turn:
            try:
                self._commit(submissions)
            except Exception as failure:
                self._one_by_one(submissions, failure)

    def mind_the_keys(self) -> None:
        """Forget what was read with keys that have been destroyed since."""
        with self._turn:
            self._forget_unless(keystore().generation())

    def _forget_unless(self, keys: Generation) -> None:
        if keys != self._keys:
            self._known.clear()
            self._keys = keys

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            batch = [first]
            ended = self._drain_into(batch)
            close_old_connections()
            self.write(batch)
            if ended:
                break
        connection.close()

    def _drain_into(self, batch: list[Submission]) -> bool:
        """Take what waits already; True if the writer has been told to end."""
        while len(batch) < LARGEST_BATCH:
            try:
                submission = self._queue.get_nowait()
            except Empty:
                return False
            if submission is None:
                return True
            batch.append(submission)
        return False

    def _one_by_one(
        self, submissions: Sequence[Submission], failure: Exception
    ) -> None:
        logger.warning("A batch was not written: %s", type(failure).__name__)
        if isinstance(failure, OUT_OF_REACH) and not _database_answers():
            self._tell((), [(each, Unavailable()) for each in submissions])
            return
        for submission in submissions:
            self._alone(submission)

    def _alone(self, submission: Submission) -> None:
        try:
            self._commit([submission])
        except Shredded:
            self._tell((), [(submission, KeysDestroyed())])
        except OUT_OF_REACH as failure:
            logger.warning("A command was not written: %s", type(failure).__name__)
            self._tell((), [(submission, Unavailable())])
        except Exception as fault:
            _report(submission, fault)
            self._tell((), [(submission, Broken())])

    def _commit(self, submissions: Sequence[Submission]) -> None:
        batch = _Batch(at=self._clock(), keys=keystore().generation())
        self._forget_unless(batch.keys)
        with transaction.atomic():
            self._look_up(batch, {one.meeting for one in submissions})
            outcomes = [_decide(batch, submission) for submission in submissions]
            _append(batch)
        self._remember(batch)
        self._tell(_committed(batch), list(zip(submissions, outcomes, strict=True)))

    def _look_up(self, batch: _Batch, wanted: Iterable[UUID]) -> None:
        """Lock the meetings in the order of their ids and bring them up to date."""
        for meeting, learning_set, head in rows.hold(wanted):
            known = self._known.get(meeting) or self._recall(meeting) or EMPTY
            state = _caught_up(meeting, known, head=head)
            batch.folded[meeting] = _Folded(learning_set, state)

    def _remember(self, batch: _Batch) -> None:
        for meeting, folded in batch.folded.items():
            self._known[meeting] = folded.state
            self._known.move_to_end(meeting)
        while len(self._known) > STATES_KEPT:
            self._known.popitem(last=False)


def _decide(batch: _Batch, submission: Submission) -> Outcome:
    folded = batch.folded.get(submission.meeting)
    if folded is None:
        return NoSuchMeeting()
    try:
        command = _with_what_the_server_knows(submission, folded.state)
        answer = decide(folded.state, command, at=batch.at)
        if isinstance(answer, Refused):
            return answer
        if not all(_can_be_brought(event) for event in answer):
            return Refused(reason=Reason.NO_SUCH_TOPIC)
        state = folded.state
        for event in answer:
            state = evolve(state, event)
    except Exception as fault:
        # A fault in one command must not fail the others in its batch.
        _report(submission, fault)
        return Broken()
    folded.state = state
    batch.added.setdefault(submission.meeting, []).extend(answer)
    return Accepted(state.head, tuple(answer))


def _can_be_brought(event: Event) -> bool:
    """Whether a bid is about an open topic of the bidder's own, if about one at all."""
    if not isinstance(event, BidPlaced) or event.topic_id is None:
        return True
    return can_be_brought(UUID(event.topic_id), by=UUID(event.person))


def _report(submission: Submission, fault: Exception) -> None:
    """Where it happened and what it was; never its message, which may hold words."""
    where = "".join(traceback.format_tb(fault.__traceback__))
    name = type(submission.command).__name__
    logger.error("%s failed with %s\n%s", name, type(fault).__name__, where)


def _with_what_the_server_knows(submission: Submission, state: State) -> Command:
    """Presence is the server's to say: a client cannot claim that someone is gone."""
    command = submission.command
    if isinstance(command, NominateFacilitator) and state.facilitator:
        gone = PRESENCE.away_since(submission.meeting, state.facilitator)
        return replace(command, gone_since=gone)
    return command


def _append(batch: _Batch) -> None:
    added = {meeting: events for meeting, events in batch.added.items() if events}
    if not added:
        return
    log.append(
        {
            meeting: (batch.folded[meeting].learning_set, events)
            for meeting, events in added.items()
        }
    )
    for meeting, events in added.items():
        folded = batch.folded[meeting]
        projection.project(meeting, folded.learning_set, events, folded.state)


def _committed(batch: _Batch) -> list[Committed]:
    return [
        Committed(meeting, tuple(events), batch.folded[meeting].state, batch.keys)
        for meeting, events in batch.added.items()
        if events
    ]


def _caught_up(meeting: UUID, known: State, *, head: int) -> State:
    """With what others have written since; a stale cache is never written from."""
    state = known if known.head <= head else EMPTY
    if state.head < head:
        for event in log.read(meeting, after=state.head):
            state = evolve(state, event)
    return state


def _database_answers() -> bool:
    connection.close()
    try:
        connection.ensure_connection()
    except (DatabaseError, InterfaceError):
        return False
    return True
