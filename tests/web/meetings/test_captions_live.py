"""Captions sent to a real server: read while all allow it, and kept nowhere."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import uuid4

from web.meetings.caller import Caller
from web.meetings.served import House, OpenMeeting, Server

SAID = "You should quarantine the photocopier at once."


def caller(meeting: OpenMeeting, server: Server, who: int) -> Caller:
    return Caller(meeting.id, meeting.people[who], server.port)


async def say(one: Caller, act: str, **fields: str) -> int:
    return (await one.post(act, uuid4().hex, **fields)).status


async def allow(everybody: list[Caller], allows: str = "yes") -> list[int]:
    said = [say(one, "allowances", use="captions", allows=allows) for one in everybody]
    return await asyncio.gather(*said)


async def without_ticket(one: Caller, path: str, words: str) -> int:
    answer = await one.send("POST", path, body=words, headers={"Cookie": ""})
    return answer.status


def test_lines_are_taken_without_a_ticket_until_somebody_says_no(
    house: House, meeting: OpenMeeting, server: Server
) -> None:
    """INV-20."""
    room = [caller(meeting, server, who) for who in range(4)]

    def address() -> str:
        made = house.run("web.meetings.captioning", str(meeting.id), meeting.people[0])
        return made.decode().strip()

    async def story() -> dict[str, Any]:
        told: dict[str, Any] = {"before": await asyncio.to_thread(address)}
        told["yes"] = await allow(room)
        path = await asyncio.to_thread(address)
        told["taken"] = await without_ticket(room[0], path, f"Ben: {SAID}")
        told["no"] = await allow(room[2:3], "no")
        told["closed"] = await without_ticket(room[0], path, f"Ben: {SAID}")
        return told

    told = asyncio.run(story())

    assert told == {
        "before": "",
        "yes": [204] * 4,
        "taken": 204,
        "no": [204],
        "closed": 410,
    }
    assert not any(b"photocopier" in part for part in _written_by(house))


def _written_by(house: House) -> list[bytes]:
    """Everything that the server and its database have put on this disk."""
    files = (path for path in Path(house.data).rglob("*") if path.is_file())
    return [path.read_bytes() for path in files]
