"""The one entry: `/live/` goes to the room, everything else to Django in threads."""

import gc
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any, Final, cast

from a2wsgi import WSGIMiddleware
from django.conf import settings

# This sets Django up; whatever knows a model can be imported only after it.
from askwell.web.wsgi import application as pages

# isort: split
from askwell.web.coaching.operations import correct_in_room
from askwell.web.meetings import screens
from askwell.web.meetings.forms import ACTS
from askwell.web.meetings.runtime import Runtime, started
from askwell.web.meetings.seam import Seam
from askwell.web.meetings.stream import RoomApplication
from askwell.web.meetings.wire import Receive, Scope, Send, answer

ROOM: Final = "/live/"
# Objects that live as long as their stream make every full collection long: collect
# the young often, the old rarely. The runtime freezes what has settled.
COLLECT_AFTER: Final = (50_000, 20, 1_000)
# The writer lets the event loop in at every statement and must soon be back in turn.
SWITCH_SECONDS: Final = 0.0005


class Entry:
    """The ASGI application."""

    def __init__(self, seam: Seam) -> None:
        self._seam = seam
        # Both sides speak WSGI and ASGI; only how they write down the types differs.
        self._pages: Any = WSGIMiddleware(
            cast(Any, pages), workers=settings.PAGE_THREADS
        )
        self._room: RoomApplication | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif not scope["path"].startswith(ROOM):
            await self._pages(scope, receive, send)
        elif self._room:
            await self._room(scope, receive, send)
        else:
            await answer(send, 503)

    async def _live(self, receive: Receive, send: Send) -> None:
        """Start and stop the live rooms with the server."""
        await receive()
        runtime = Runtime()
        runtime.start()
        started(runtime)
        self._room = RoomApplication(self._seam, runtime)
        _when_told_to_stop(runtime.close_streams)
        _tune()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        runtime.hub.close()
        await runtime.stop()
        started(None)
        await send({"type": "lifespan.shutdown.complete"})


def _tune() -> None:
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


def _when_told_to_stop(close: Callable[[], None]) -> None:
    """Close the streams as soon as the signal comes.

    The server itself would wait for them: it tells its application only afterwards.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _first(close, signal.getsignal(number)))


def _first(
    close: Callable[[], None], then: object
) -> Callable[[int, FrameType | None], None]:
    def handle(number: int, frame: FrameType | None) -> None:
        close()
        if callable(then):
            then(number, frame)

    return handle


application = Entry(Seam(screens=screens, acts=ACTS, corrects=correct_in_room))
