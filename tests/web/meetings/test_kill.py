"""A server killed in mid-meeting loses nothing that it acknowledged."""

import asyncio
from contextlib import suppress
from itertools import count
from uuid import uuid4

from askwell.process.commands import WriteNote
from web.meetings.caller import Caller
from web.meetings.served import House, OpenMeeting, Server

NOTES_EACH = 40
KILLS = 2


async def keep_posting(caller: Caller, notes: int, stop: asyncio.Event) -> list[str]:
    """Post until stopped, trying again with the same token; marks of what was kept."""
    kept: list[str] = []
    for number in count():
        if stop.is_set() and number >= notes:
            return kept
        token = str(uuid4())
        while not await _acknowledged(caller, token):
            await asyncio.sleep(0.05)
        kept.append(WriteNote(by=caller.person, token=token, words="").mark)
    return kept


async def _acknowledged(caller: Caller, token: str) -> bool:
    with suppress(OSError, asyncio.IncompleteReadError):
        return (await caller.post("notes", token, words=token)).status == 204
    return False


def test_kill_minus_nine_loses_doubles_and_skips_nothing(
    house: House, meeting: OpenMeeting, frail_server: Server
) -> None:
    async def story() -> tuple[list[str], list[Caller]]:
        people = [
            Caller(meeting.id, person, frail_server.port) for person in meeting.people
        ]
        stop = asyncio.Event()
        posting = [
            asyncio.create_task(keep_posting(one, NOTES_EACH, stop)) for one in people
        ]
        following = [
            asyncio.create_task(one.follow(until=10**6, after=meeting.head))
            for one in people
        ]
        for _ in range(KILLS):
            await asyncio.sleep(0.7)
            frail_server.kill()
            await asyncio.to_thread(frail_server.start)
        await asyncio.sleep(0.3)
        stop.set()
        kept = [mark for each in await asyncio.gather(*posting) for mark in each]
        await asyncio.sleep(1.5)
        for each in following:
            each.cancel()
        return kept, people

    kept, people = asyncio.run(story())

    written = house.marks(meeting.id)
    assert len(kept) > 2 * NOTES_EACH
    assert sorted(set(kept)) == sorted(kept)
    assert set(kept) <= set(written)
    head = meeting.head + len(written)
    expected = list(range(meeting.head + 1, head + 1))
    assert [one.seen for one in people] == [expected] * len(people)
