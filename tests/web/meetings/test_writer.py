"""The writer: batches that commit together and answer one by one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import OperationalError, connection

from askwell.process.commands import (
    Command,
    NextPhase,
    NominateFacilitator,
    Open,
)
from askwell.process.refusals import Reason, Refused
from askwell.web.meetings import log, writer
from askwell.web.meetings.hub import Committed
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.presence import Presence
from askwell.web.meetings.writer import (
    Accepted,
    Answers,
    Broken,
    KeysDestroyed,
    NoSuchMeeting,
    Unavailable,
    Writer,
    answer_each,
)
from askwell.web.vault import cipher
from web.meetings.rooms import a_meeting, a_token, put_all

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_batch_may_hold_several_meetings() -> None:
    one, two = a_meeting(), a_meeting()
    heads = one.head, two.head

    outcomes = put_all(
        one.writer,
        [
            (one.id, one.a_note("ana", "One")),
            (two.id, two.a_note("ben", "Two")),
            (one.id, one.a_note("chi", "Three")),
        ],
    )

    assert [outcome.head for outcome in outcomes] == [
        heads[0] + 1,
        heads[1] + 1,
        heads[0] + 2,
    ]
    assert (one.head, two.head) == (heads[0] + 2, heads[1] + 1)


def test_a_refusal_leaves_the_rest_of_the_batch_alone() -> None:
    held = a_meeting()
    stale = NextPhase(by=held.person("ana"), token=a_token(), expected_phase=999)

    outcomes = put_all(
        held.writer,
        [(held.id, each) for each in (stale, held.a_note("ben", "Kept"))],
    )

    assert isinstance(outcomes[0], Refused)
    assert outcomes[0].reason is Reason.STALE_PHASE
    assert isinstance(outcomes[1], Accepted)


def test_two_facilitators_cannot_both_go_on_from_one_phase() -> None:
    held = a_meeting()
    phase = log.state(held.id).phase_number
    twice = [
        NextPhase(by=held.person("ana"), token=a_token(), expected_phase=phase)
        for _ in "12"
    ]

    first, second = put_all(held.writer, [(held.id, each) for each in twice])

    assert isinstance(first, Accepted)
    assert isinstance(second, Refused)
    assert second.reason is Reason.STALE_PHASE


def test_a_token_twice_is_once_in_one_batch_and_later() -> None:
    held = a_meeting()
    note = held.a_note("ana", "Once", token="the-same-token")

    together = put_all(held.writer, [(held.id, note), (held.id, note)])
    later = put_all(Writer(), [(held.id, note)])

    assert [type(each) for each in (*together, *later)] == [Accepted] * 3
    assert len(log.state(held.id).notes) == 1


def test_a_fault_in_one_command_fails_that_command_alone() -> None:
    held = a_meeting()

    class Unheard(Command):
        """A command that nobody decides on."""

    strange = Unheard(by=held.person("ana"), token=a_token())
    outcomes = put_all(
        held.writer, [(held.id, strange), (held.id, held.a_note("ben", "Kept"))]
    )

    assert isinstance(outcomes[0], Broken)
    assert isinstance(outcomes[1], Accepted)


def test_words_that_can_no_longer_be_sealed_are_refused_alone() -> None:
    held, ended = a_meeting(), a_meeting()

    cipher.keystore().shred(str(ended.learning_set), at=datetime.now().astimezone())

    outcomes = put_all(
        held.writer,
        [
            (ended.id, ended.a_note("ana", "Lost")),
            (held.id, held.a_note("ben", "Kept")),
        ],
    )

    assert outcomes[0] == KeysDestroyed()
    assert isinstance(outcomes[1], Accepted)


def test_words_whose_keys_were_destroyed_are_not_handed_to_screens_again() -> None:
    told: list[Committed] = []

    def tell(committed: Any, answers: Answers) -> None:
        told.extend(committed)
        answer_each(committed, answers)

    held = replace(a_meeting(), writer=Writer(tell=tell))
    held.note("ben", "Between us")
    [before] = told[-1].state.notes.values()

    cipher.keystore().shred_author(
        str(held.learning_set), held.person("ben"), at=datetime.now().astimezone()
    )
    held.note("ana", "Later")

    after = [note.words for note in told[-1].state.notes.values()]
    assert (before.words, after) == ("Between us", [None, "Later"])
    assert told[-1].keys != told[-2].keys


def test_a_writer_without_work_forgets_them_as_well() -> None:
    held = a_meeting()
    held.note("ben", "Between us")

    cipher.keystore().shred_author(
        str(held.learning_set), held.person("ben"), at=datetime.now().astimezone()
    )
    held.writer.mind_the_keys()

    assert not held.writer._known


def test_a_meeting_that_is_not_there_is_said_not_to_be() -> None:
    held = a_meeting()

    outcomes = put_all(held.writer, [(uuid4(), held.a_note("ana", "Hello?"))])

    assert outcomes == [NoSuchMeeting()]


def test_when_a_batch_fails_each_command_is_tried_alone() -> None:
    held = a_meeting()

    with failing(times=1):
        outcomes = put_all(
            held.writer, [(held.id, held.a_note("ana", str(n))) for n in range(3)]
        )

    assert [type(each) for each in outcomes] == [Accepted] * 3
    assert len(log.state(held.id).notes) == 3


def test_without_a_database_everyone_hears_so_and_may_try_again() -> None:
    held = a_meeting()
    note = held.a_note("ana", "Kept in the end", token="try-again")

    with failing(times=100), patch.object(writer, "_database_answers", lambda: False):
        lost = held.put(note)
    kept = held.put(note)

    assert isinstance(lost, Unavailable)
    assert isinstance(kept, Accepted)
    assert len(log.state(held.id).notes) == 1


def test_what_another_process_has_written_is_read_before_deciding() -> None:
    held, elsewhere = a_meeting(), Writer()
    held.note("ana", "Here")

    put_all(elsewhere, [(held.id, held.a_note("ben", "There"))])
    outcome = held.note("chi", "Here again")

    assert isinstance(outcome, Accepted)
    events = log.read(held.id)
    assert [event.number for event in events] == list(range(1, outcome.head + 1))


def test_the_hub_hears_before_the_sender_and_only_of_what_was_written() -> None:
    held = a_meeting()
    told: list[tuple[Committed, ...]] = []

    def tell(committed: Any, answers: Answers) -> None:
        told.append(tuple(committed))
        answer_each(committed, answers)

    put_all(Writer(tell=tell), [(held.id, held.a_note("ana", "Hm"))])
    put_all(Writer(tell=tell), [(held.id, Open(by=held.person("ben"), token="again"))])

    [first], second = told
    assert [event.number for event in first.passage] == [held.head]
    assert first.state.head == held.head
    assert second == ()


def test_the_meetings_row_follows_its_log() -> None:
    held = a_meeting()
    meeting = Meeting.objects.get(pk=held.id)
    state = log.state(held.id)

    assert meeting.opened_at == state.course.opened_at
    assert meeting.phase_name == (state.phase.name if state.phase else "")
    assert meeting.closed_at is None


def test_that_the_facilitator_is_gone_is_the_servers_to_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = a_meeting()
    presence = Presence()
    monkeypatch.setattr(writer, "PRESENCE", presence)
    presence.came(held.id, held.person("ana"))
    long_ago = datetime.now().astimezone() - timedelta(hours=1)
    claim = NominateFacilitator(
        by=held.person("ben"),
        token=a_token(),
        person=held.person("chi"),
        gone_since=long_ago,
    )

    outcome = held.put(claim)

    assert isinstance(outcome, Refused)
    assert outcome.reason is Reason.FACILITATOR_IS_HERE


def test_its_thread_writes_whatever_was_submitted_before_it_ends() -> None:
    held, outcomes = a_meeting(), []
    running = Writer()

    for number in range(20):
        running.submit(
            writer.Submission(held.id, held.a_note("ana", str(number)), outcomes.append)
        )
    running.start()
    running.stop()

    assert [type(each) for each in outcomes] == [Accepted] * 20


@contextmanager
def failing(*, times: int) -> Iterator[None]:
    """The database refuses to take entries, that many times."""
    left = times

    def refuse(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal left
        if left and "meetings_entry" in sql and sql.startswith("INSERT"):
            left -= 1
            raise OperationalError("the disk is gone")
        return execute(sql, *rest)

    with connection.execute_wrapper(refuse):
        yield
