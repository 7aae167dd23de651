"""A fault in the program tells its place to the log, and never what was said."""

import asyncio
from typing import Any

import pytest

from askwell.web.meetings.stream import RoomApplication

WORDS = "I have told nobody else."


async def asked(app: RoomApplication) -> list[Any]:
    told: list[Any] = []

    async def send(message: Any) -> None:
        told.append(message)

    async def receive() -> Any:
        return {"type": "http.disconnect"}

    await app({"type": "http", "path": "/live/"}, receive, send)
    return told


def test_a_fault_is_answered_and_its_words_are_not_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object) -> None:
        raise ValueError(WORDS)

    monkeypatch.setattr(RoomApplication, "_answer", fail)
    app = RoomApplication.__new__(RoomApplication)

    told = asyncio.run(asked(app))

    assert told[0]["status"] == 500
    assert "ValueError" in caplog.text
    assert WORDS not in caplog.text
