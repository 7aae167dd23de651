"""Two server processes upon one PostgreSQL serve the same room."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

import moulds
from web.meetings.caller import Caller
from web.meetings.served import House, Server

ROOMS_OWN_TESTS = ("test_log.py", "test_writer.py")


@pytest.fixture(scope="module", params=["doorbell", "sweep only"])
def pair(
    request: pytest.FixtureRequest, postgres_house: House
) -> Iterator[tuple[Server, Server]]:
    """Two processes; in the second round they have to do without the doorbell."""
    rings = "1" if request.param == "doorbell" else "0"
    servers = [Server(postgres_house, ASKWELL_ROOM_DOORBELL=rings) for _ in "12"]
    yield servers[0].start(), servers[1].start()
    for server in servers:
        server.kill()


def test_both_processes_show_the_same_room(
    pair: tuple[Server, Server], postgres_house: House
) -> None:
    meeting = postgres_house.meeting()
    notes = 24

    async def story() -> list[Caller]:
        people = [
            Caller(meeting.id, person, pair[number % 2].port)
            for number, person in enumerate(meeting.people)
        ]
        until, after = meeting.head + notes, meeting.head
        streams = [
            asyncio.create_task(one.follow(until=until, after=after)) for one in people
        ]
        await asyncio.sleep(0.3)
        await asyncio.gather(
            *(
                people[number % 4].post("notes", str(uuid4()), words="Hm")
                for number in range(notes)
            )
        )
        async with asyncio.timeout(30):
            await asyncio.gather(*streams)
        return people

    people = asyncio.run(story())

    expected = list(range(meeting.head + 1, meeting.head + notes + 1))
    assert [one.seen for one in people] == [expected] * 4


def test_one_token_at_both_processes_is_once(
    pair: tuple[Server, Server], postgres_house: House
) -> None:
    meeting = postgres_house.meeting()

    async def story() -> list[int]:
        callers = [
            Caller(meeting.id, meeting.people[0], server.port) for server in pair
        ]
        answers = await asyncio.gather(
            *(one.post("notes", "the-same-token", words="Hm") for one in callers * 4)
        )
        return [answer.status for answer in answers]

    assert asyncio.run(story()) == [204] * 8
    assert len(postgres_house.marks(meeting.id)) == 1


def test_presence_is_told_across(
    pair: tuple[Server, Server],
    postgres_house: House,
    request: pytest.FixtureRequest,
) -> None:
    meeting = postgres_house.meeting()
    ana, ben = (
        Caller(meeting.id, person, server.port)
        for person, server in zip(meeting.people, pair, strict=False)
    )

    async def story() -> set[str]:
        async def stay() -> None:
            async for _ in ana.frames(after=meeting.head):
                pass

        staying = asyncio.create_task(stay())
        await asyncio.sleep(2.5)
        async for frame in ben.frames(after=meeting.head):
            staying.cancel()
            return set(json.loads(frame.data)["here"])
        return set()

    here = asyncio.run(story())

    rings = "sweep" not in request.node.name
    assert here == ({ana.person, ben.person} if rings else {ben.person})


def test_log_and_writer_keep_their_word_on_postgresql_too() -> None:
    here = Path(__file__).parent
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        + [str(here / name) for name in ROOMS_OWN_TESTS],
        env=moulds.for_tests_on_postgres(),
        cwd=here.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout
