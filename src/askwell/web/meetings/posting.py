"""Commands posted to the room: checked, made, submitted, and answered in plain words.

A browser with `<live-room>` gets 204, or a fragment that explains. Without JavaScript
the same address answers with a redirect to the room, or a small page that keeps what
was written.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import QueryDict
from django.http.request import validate_host
from django.utils import timezone
from django.utils.translation import gettext as _

from askwell.process.commands import Command, Contribute
from askwell.process.kinds import kind_named
from askwell.process.refusals import Refused
from askwell.process.state import State
from askwell.web.meetings.hold import AS_MEANT, HELD, MEANT, Held, advice_in
from askwell.web.meetings.screens.viewer import Viewer
from askwell.web.meetings.seam import MakesForm, Seam
from askwell.web.meetings.tickets import Ticket
from askwell.web.meetings.wire import (
    Receive,
    Scope,
    Send,
    TooLarge,
    answer,
    body,
    header,
)
from askwell.web.meetings.writer import (
    Accepted,
    KeysDestroyed,
    NoSuchMeeting,
    Outcome,
    Unavailable,
)

if TYPE_CHECKING:
    from askwell.web.meetings.stream import RoomApplication

FRAGMENT: Final = "application/vnd.askwell.fragment+html"
LARGEST_BODY: Final = 64 * 1024
TOKEN: Final = re.compile(r"[\w-]{8,64}")


class Posting:
    """Answers every POST to a room."""

    def __init__(self, seam: Seam, app: "RoomApplication") -> None:
        self._acts: Mapping[str, MakesForm] = seam.acts
        self._corrects = seam.corrects
        self._app = app

    async def post(
        self, ticket: Ticket, noun: str, scope: Scope, receive: Receive, send: Send
    ) -> None:
        act = self._acts.get(noun)
        if act is None:
            await answer(send, HTTPStatus.NOT_FOUND)
        elif ticket.shared or not from_our_own_page(scope):
            await answer(send, HTTPStatus.FORBIDDEN)
        else:
            await self._act(ticket, act, scope, receive, send)

    async def _act(
        self,
        ticket: Ticket,
        act: MakesForm,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        try:
            data = QueryDict(await body(receive, most=LARGEST_BODY))
        except TooLarge:
            await answer(send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        token = data.get("token", "")
        if not TOKEN.fullmatch(token):
            await answer(send, HTTPStatus.BAD_REQUEST)
            return
        reply = Reply(self._app, ticket=ticket, data=data, scope=scope, send=send)
        form = act(data)
        # Times are written as the writer's own clock shows them.
        with timezone.override(ticket.time_zone or None):
            fits = form.is_valid()
        if fits:
            command = form.command(by=ticket.person, token=token)
            await self._put(ticket, command, reply, data.get(HELD, ""))
        else:
            await reply.to_form(form)

    async def _put(
        self, ticket: Ticket, command: Command, reply: "Reply", looked_at: str
    ) -> None:
        """Submit what is asked, unless its author is to look at it once more."""
        if not looked_at and (held := await self._held(ticket, command)):
            await reply.to_author(held)
            return
        outcome = await self._app.runtime.submit(ticket.meeting, command)
        if looked_at == AS_MEANT and isinstance(outcome, Accepted):
            await self._correct(ticket, command)
        await reply.to_outcome(outcome)

    async def _held(self, ticket: Ticket, command: Command) -> Held | None:
        if not ticket.hints or not isinstance(command, Contribute):
            return None
        room = await self._app.runtime.hub.room(ticket.meeting)
        return advice_in(command, room.state, at=timezone.now())

    async def _correct(self, ticket: Ticket, command: Command) -> None:
        if not self._corrects or not isinstance(command, Contribute):
            return
        room = await self._app.runtime.hub.room(ticket.meeting)
        number = room.state.tokens.get(command.mark)
        meant = MEANT.get(kind_named(command.kind).family)
        if number and meant:
            await self._app.runtime.in_thread(
                self._corrects, ticket.meeting, number, by=ticket.person, meant=meant
            )


class Reply:
    """Says how a command fared, in the way its sender can show."""

    def __init__(
        self,
        app: "RoomApplication",
        *,
        ticket: Ticket,
        data: QueryDict,
        scope: Scope,
        send: Send,
    ) -> None:
        self._screens = app.screens
        self._app = app
        self._ticket = ticket
        self._data = data
        self._wants_fragment = FRAGMENT in header(scope, b"accept")
        self._send = send

    async def to_outcome(self, outcome: Outcome) -> None:
        match outcome:
            case Accepted():
                await self._accepted(outcome)
            case Refused():
                await self._refused(outcome)
            case Unavailable():
                text = _("That could not be kept just now. Nothing is lost: try again.")
                await self._say(HTTPStatus.SERVICE_UNAVAILABLE, _paragraph(text))
            case KeysDestroyed():
                text = _(
                    "The keys of this set have been destroyed; nothing more can be "
                    "written."
                )
                await self._say(HTTPStatus.CONFLICT, _paragraph(text))
            case NoSuchMeeting():
                await answer(self._send, HTTPStatus.NOT_FOUND)
            case _:
                text = _("Something went wrong on our side. Your text is still here.")
                await self._say(HTTPStatus.INTERNAL_SERVER_ERROR, _paragraph(text))

    async def to_form(self, form: Any) -> None:
        viewer, _state = await self._viewer()
        with viewer.at_home():
            message = self._screens.correct(form, viewer)
        await self._say(HTTPStatus.UNPROCESSABLE_ENTITY, message)

    async def to_author(self, held: Held) -> None:
        viewer, _state = await self._viewer()
        draw = self._screens.hold if self._wants_fragment else self._screens.held_page
        with viewer.at_home():
            message = draw(held, viewer)
        await answer(self._send, HTTPStatus.CONFLICT, message)

    async def _accepted(self, outcome: Accepted) -> None:
        if self._wants_fragment:
            head = str(outcome.head).encode()
            await answer(
                self._send, HTTPStatus.NO_CONTENT, headers=[(b"room-head", head)]
            )
            return
        path = self._screens.room_path(self._ticket.meeting, shared=False)
        await answer(
            self._send, HTTPStatus.SEE_OTHER, headers=[(b"location", path.encode())]
        )

    async def _refused(self, refused: Refused) -> None:
        viewer, state = await self._viewer()
        with viewer.at_home():
            message = self._screens.explain(refused, state, viewer)
        await self._say(HTTPStatus.CONFLICT, message)

    async def _say(self, status: int, message: str) -> None:
        busy = status == HTTPStatus.SERVICE_UNAVAILABLE
        retry = [(b"retry-after", b"2")] if busy else []
        if not self._wants_fragment:
            viewer, _state = await self._viewer()
            with viewer.at_home():
                message = self._screens.answer_page(message, self._data, viewer)
        await answer(self._send, status, message, headers=retry)

    async def _viewer(self) -> tuple[Viewer, State]:
        room = await self._app.runtime.hub.room(self._ticket.meeting)
        return await self._app.viewer(room, self._ticket), room.state


def from_our_own_page(scope: Scope) -> bool:
    """Whether a page of ours sent this; a browser says so in one way or the other."""
    if site := header(scope, b"sec-fetch-site"):
        return site == "same-origin"
    return _is_ours(header(scope, b"origin"), header(scope, b"host"))


@lru_cache(maxsize=256)
def _is_ours(origin: str, host: str) -> bool:
    if not origin:
        return False
    if origin in settings.CSRF_TRUSTED_ORIGINS:
        return True
    name = host.rsplit(":", 1)[0]
    return urlsplit(origin).netloc == host and validate_host(
        name, settings.ALLOWED_HOSTS
    )


def _paragraph(text: str) -> str:
    return f"<p>{text}</p>"
