"""Chats that take messages at an incoming webhook: what is said there, and how."""

import http.client
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from askwell.web.integrations.carrying import NotCarried
from askwell.web.integrations.models import Delivery
from askwell.web.people.models import Notice

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Lazy

Kind = Notice.Kind
SECONDS = 5
OK, MOVED, TOO_MANY, BROKEN = 200, 300, 429, 500
# No part of a host's name is longer, nor empty (RFC 1035).
LONGEST_LABEL = 63

# What concerns the whole set. A chat may have other readers: it is told that
# something has happened and where to look.
SAID = {
    Kind.CONVENED: _("Your set's next meeting has been arranged."),
    Kind.MOVED: _("Your set's meeting has moved."),
    Kind.CANCELLED: _("Your set's meeting is cancelled."),
    Kind.DATES_ASKED: _("Your set looks for a date: say which ones suit you."),
    Kind.CONTRACT: _("Your set's working agreement is open to be read and agreed."),
    Kind.HEALTH: _("It is time for a look at how your set is doing."),
    Kind.ENDING: _("Your set is ending: take with you what is yours."),
}
TRIAL = _("This is a trial: notices of your set will appear here.")


class Interrupted(OSError):
    """The answer did not come; the message may have arrived."""


# Posts a body as JSON to an https address and returns the answer's status.
Post = Callable[[str, bytes], int]


@dataclass(frozen=True)
class Chat:
    """A service with incoming webhooks at known hosts.

    `hosts` are whole names; one that begins with a dot stands for all names under it.
    """

    name: str
    label: str
    hosts: tuple[str, ...]
    body: Callable[[str, str], Mapping[str, Any]]

    def takes(self, delivery: Delivery) -> bool:
        return delivery.webhook is not None and delivery.webhook.service == self.name

    def carry(self, delivery: Delivery, *, at: datetime) -> bool:
        if delivery.webhook is None or delivery.notice is None:
            return False
        address, notice = delivery.webhook.address, delivery.notice
        if not address:  # the set's keys have been destroyed
            return False
        # The notice's own path may be meant for one person; the set's page is not.
        self.say(address, SAID[Kind(notice.kind)], f"/sets/{notice.set_id}/")
        return True

    def say(self, address: str, words: "Lazy | str", path: str) -> None:
        """Post one message, once; raises `NotCarried`."""
        if not self.knows(address):
            raise NotCarried("UnknownHost", again=False)
        body = json.dumps(self.body(str(words), f"{settings.BASE_URL}{path}")).encode()
        try:
            status = _post()(address, body)
        except Interrupted as fault:
            raise NotCarried("Interrupted", again=False) from fault
        except OSError as fault:
            raise NotCarried(type(fault).__name__) from fault
        if not OK <= status < MOVED:
            again = status == TOO_MANY or status >= BROKEN
            raise NotCarried(f"Status {status}", again=again)

    def knows(self, address: str) -> bool:
        """Whether it is an https address at one of the service's own hosts."""
        try:
            parts = urlsplit(address)
            plain = address.isascii() and _is_plain(parts)
        except ValueError:
            return False
        return plain and any(_is_at(parts.hostname or "", host) for host in self.hosts)


def say_in_chat(kind: str) -> bool:
    """Whether a kind of notice concerns the whole set."""
    return kind in SAID


def _is_plain(parts: SplitResult) -> bool:
    return (
        parts.scheme == "https"
        and parts.port in (None, 443)
        and parts.username is None
        and parts.password is None
        and _is_a_name(parts.hostname or "")
    )


def _is_a_name(host: str) -> bool:
    """What cannot be looked up is no mistake of the network's."""
    return all(0 < len(label) <= LONGEST_LABEL for label in host.split("."))


def _is_at(name: str, host: str) -> bool:
    return name.endswith(host) if host.startswith(".") else name == host


def _post() -> Post:
    """The way out of the house; tests and the demonstration have one of their own."""
    way_out: Post = import_string(settings.CHAT_POST)
    return way_out


def post(address: str, body: bytes) -> int:
    """Post over https; follows no redirect, waits for a short time only."""
    parts = urlsplit(address)
    line = http.client.HTTPSConnection(
        parts.hostname or "", parts.port, timeout=SECONDS
    )
    try:
        line.connect()
        return _posted(line, parts, body)
    finally:
        line.close()


def _posted(line: http.client.HTTPSConnection, parts: SplitResult, body: bytes) -> int:
    target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    try:
        line.request("POST", target, body, {"Content-Type": "application/json"})
        return line.getresponse().status
    except (OSError, http.client.HTTPException) as fault:
        raise Interrupted from fault
