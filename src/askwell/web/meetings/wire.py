"""How the room speaks on the wire: event frames, fragments, and small answers."""

import json
import random
import time
from collections.abc import Awaitable, Callable, Iterable, MutableMapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from askwell.web.meetings.screens.viewer import Fragment

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

CONTENT: Final[Headers] = [
    (b"cache-control", b"no-store, no-transform"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]
STREAM: Final[Headers] = [
    *CONTENT,
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-accel-buffering", b"no"),
]


class TooLarge(Exception):
    """The body is longer than anything a person would type."""


def now_ms() -> int:
    """The server's time, as browsers count it."""
    return time.time_ns() // 1_000_000


def templates(fragments: Iterable[Fragment]) -> str:
    """Fragments as template elements, to be put in place by `<live-room>`."""
    return "".join(
        f'<template data-target="{each.target}" data-how="{each.how}">'
        f"{each.html}</template>"
        for each in fragments
    )


def entries_frame(head: int, fragments: Sequence[Fragment]) -> bytes:
    """What changed up to entry `head`; the number is what a stream resumes from."""
    html = templates(fragments).replace("\r", "").replace("\n", "\ndata: ")
    return f"id: {head}\ndata: {html}\n\n".encode()


def anew_frame(head: int, fragments: Sequence[Fragment]) -> bytes:
    """The whole page drawn again, though no entry may have come."""
    return b"event: anew\n" + entries_frame(head, fragments)


def hello_frame(here: Iterable[str]) -> bytes:
    said = json.dumps({"now": now_ms(), "here": sorted(here)})
    return f"event: hello\ndata: {said}\n\n".encode()


def here_frame(here: Iterable[str]) -> bytes:
    return f"event: here\ndata: {json.dumps(sorted(here))}\n\n".encode()


def beat_frame() -> bytes:
    return b"event: beat\ndata: %d\n\n" % now_ms()


def gone_frame() -> bytes:
    """The viewer no longer belongs here: do not come back."""
    return b"event: gone\ndata:\n\n"


def stopping_frame() -> bytes:
    """The server stops; spread the return of thousands over some seconds."""
    return b"retry: %d\n\n" % random.randint(300, 4000)  # noqa: S311 - only a jitter


def let_go(scope: Scope) -> None:
    """Keep nothing of a request that will be open for long but its method."""
    scope["headers"].clear()
    for name in scope.keys() - {"type", "method"}:
        del scope[name]


async def begin(send: Send, status: int, headers: Headers) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})


async def write(send: Send, body: bytes, *, more: bool = True) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": more})


async def answer(
    send: Send,
    status: int,
    body: str | bytes = b"",
    *,
    content_type: str = "text/html; charset=utf-8",
    headers: Headers | None = None,
) -> None:
    """A whole answer at once."""
    content = body.encode() if isinstance(body, str) else body
    sent = [*CONTENT, *(headers or [])]
    if status != HTTPStatus.NO_CONTENT:
        sent.append((b"content-type", content_type.encode()))
        sent.append((b"content-length", str(len(content)).encode()))
    await begin(send, status, sent)
    await write(send, content, more=False)


def header(scope: Scope, name: bytes) -> str:
    """The value of a header, or nothing."""
    for known, value in scope["headers"]:
        if known == name:
            return str(value, "latin-1")
    return ""


async def body(receive: Receive, *, most: int) -> bytes:
    """The whole body of a request; raises `TooLarge` beyond `most` bytes."""
    parts, length = [], 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        length += len(part)
        if length > most:
            raise TooLarge
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)
