"""Where a captioning program sends lines: what is taken, and what is answered."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from askwell.process import Refused, dump
from askwell.process.choices import HeardAs
from askwell.process.commands import Allow, Command, Leave, OpenCaptions
from askwell.process.events import TurnHeard
from askwell.process.listening import ADDRESS_LASTS
from askwell.web.meetings.captions import desk, keys
from askwell.web.meetings.captions.desk import Desk
from askwell.web.meetings.screens import Viewer
from askwell.web.meetings.writer import Accepted
from process.room import FACILITATOR, Room, in_slot
from process.test_uses import everybody_allows
from transcripts.written import zipped
from web.meetings.eyes import MEETING, viewer

ID = UUID(MEETING)
ADVICE = "You should talk to your boss about it."
OPEN = "What matters most to you here?"


@dataclass
class Server:
    """As much of the server as the desk meets; it wants no database."""

    room: Room
    runtime: Any = field(init=False)

    def __post_init__(self) -> None:
        self.runtime = SimpleNamespace(
            hub=SimpleNamespace(room=self.find),
            submit=self.submit,
            in_thread=asyncio.to_thread,
        )

    async def find(self, meeting: UUID) -> Any:
        return SimpleNamespace(meeting=meeting, state=self.room.state)

    async def submit(self, meeting: UUID, command: Command) -> Accepted | Refused:
        answer = self.room.post(command)
        head = self.room.state.head
        return answer if isinstance(answer, Refused) else Accepted(head, answer)

    async def viewer(self, room: Any, ticket: Any) -> Viewer:
        return viewer(ticket.person, self.room.state.people)

    def key(self) -> str:
        address = self.room.state.caption_address
        assert address is not None
        return keys.key_of(ID, address)


@dataclass
class Program:
    """A captioning program: it knows an address, and nothing else."""

    desk: Desk
    key: str

    def sends(self, text: str | bytes, *, meeting: UUID = ID) -> int:
        return self.answer(text, meeting=meeting)[0]

    def answer(self, text: str | bytes, *, meeting: UUID = ID) -> tuple[int, str]:
        sent: list[dict[str, Any]] = []
        content = text.encode() if isinstance(text, str) else text

        async def receive() -> dict[str, Any]:
            return {"body": content, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"query_string": f"key={self.key}".encode(), "headers": []}
        asyncio.run(self.desk.post(meeting, scope, receive, send))
        return sent[0]["status"], sent[1]["body"].decode()


@pytest.fixture
def server() -> Server:
    room = everybody_allows(in_slot("ana", "explore"), "captions", "shares")
    room.at = timezone.now()
    room.do(OpenCaptions, FACILITATOR)
    return Server(room)


@pytest.fixture
def program(server: Server) -> Program:
    return Program(Desk(server), server.key())  # type: ignore[arg-type]  # a double


def heard(server: Server) -> Sequence[tuple[str, str | None]]:
    turns = [each for each in server.room.log if isinstance(each, TurnHeard)]
    return [(each.person, each.heard_as or each.unnamed) for each in turns]


def test_a_line_is_read_and_nothing_of_it_is_kept(server, program):
    """INV-20."""
    status = program.sends(f"Ben: {ADVICE}\nChloe: {OPEN}\nSomebody: {OPEN}")

    assert status == 204
    assert heard(server) == [
        ("ben", HeardAs.ADVICE),
        ("chloe", HeardAs.OPEN_QUESTION),
        ("askwell", HeardAs.OPEN_QUESTION),
    ]
    kept = repr([dump(event) for event in server.room.log])
    for words in ("boss", "matters", "Somebody"):
        assert words not in kept


def test_the_answer_says_nothing_about_what_was_heard(program):
    assert program.answer(f"Ben: {ADVICE}") == (204, "")


def test_cues_of_one_voice_are_read_together(server, program):
    cues = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ben>You should\n\n"
        "00:02.000 --> 00:04.000\n<v Ben>talk to your boss about it.\n"
    )

    program.sends(cues)

    assert heard(server) == [("ben", HeardAs.ADVICE)]


def test_the_presenter_is_not_read(server, program):
    program.sends(f"Ana: {ADVICE}")

    assert heard(server) == []


def test_an_address_that_we_never_made_is_not_known(server, program):
    number = program.key.split("-")[0]
    for key in ("", "x", number, f"{number}-{'0' * 40}", f"９-{'0' * 40}"):
        assert Program(program.desk, key).sends(f"Ben: {ADVICE}") == 401
    assert heard(server) == []


def test_an_address_opens_no_other_meeting(program):
    other = UUID(int=7)

    assert program.sends(f"Ben: {ADVICE}", meeting=other) == 401


def test_a_newer_address_closes_the_older(server, program):
    server.room.do(OpenCaptions, FACILITATOR)

    assert program.sends(f"Ben: {ADVICE}") == 410
    assert Program(program.desk, server.key()).sends(f"Ben: {ADVICE}") == 204


def test_a_single_no_closes_it_at_once(server, program):
    """INV-20."""
    server.room.do(Allow, "dev", use="captions", allows=False)

    assert program.sends(f"Ben: {ADVICE}") == 410
    assert heard(server) == []


def test_an_address_lapses(server, program, monkeypatch):
    later = timezone.now() + ADDRESS_LASTS + timedelta(seconds=1)
    monkeypatch.setattr(desk.timezone, "now", lambda: later)

    assert program.sends(f"Ben: {ADVICE}") == 410


def test_an_address_goes_with_whoever_made_it(server, program):
    server.room.do(Leave, FACILITATOR)

    assert program.sends(f"Ben: {ADVICE}") == 410


def test_what_is_refused_at_the_last_moment_is_forgotten(server, program):
    """INV-20: somebody says no while a line is being read."""
    allowed = server.room.state

    async def find(meeting: UUID) -> Any:
        return SimpleNamespace(meeting=meeting, state=allowed)

    server.runtime.hub.room = find
    server.room.do(Allow, "dev", use="captions", allows=False)

    assert program.sends(f"Ben: {ADVICE}") == 409
    assert heard(server) == []


def test_a_program_that_sends_too_much_is_slowed_down(program, monkeypatch):
    monkeypatch.setattr(desk.time, "monotonic", lambda: 100.0)

    answers = {program.sends(f"Ben: {OPEN}") for _ in range(30)}

    assert answers == {204}
    assert program.sends(f"Ben: {OPEN}") == 429
    monkeypatch.setattr(desk.time, "monotonic", lambda: 101.0)
    assert program.sends(f"Ben: {OPEN}") == 204


def test_a_body_beyond_a_few_lines_is_not_taken(server, program):
    assert program.sends(f"Ben: {ADVICE}" * 2000) == 413
    assert heard(server) == []


def test_only_so_many_turns_are_read_at_once(server, program):
    program.sends(f"Ben: {ADVICE}\nChloe: {OPEN}\n" * 30)

    assert len(heard(server)) == desk.MOST_TURNS


def test_nothing_is_unpacked(server, program):
    """A few kilobytes can hold hours of reading."""
    document = zipped(document=f"<p>Ben: {ADVICE}</p>")

    status, said = program.answer(document)

    assert (status, heard(server)) == (422, [])
    assert said == "Line 1: expected text in UTF-8.\n"


def test_what_cannot_be_read_is_said_without_quoting_it(program):
    status, said = program.answer("WEBVTT\n\n00:00 -> 7\nHush, Ben\n")

    assert status == 422
    assert said.startswith("Line 3: expected")
    assert "Ben" not in said
