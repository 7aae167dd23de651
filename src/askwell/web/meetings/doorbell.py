"""The doorbell: tells every process that a meeting's log has grown.

It carries numbers only, rings after the commit, and may be lost: each process also
looks at the heads of its open meetings every second or two. Within one process the
writer hands its entries to the hub directly; the doorbell is for the others.
"""

import json
import logging
import threading
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Protocol
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import connection

CHANNEL: Final = "askwell_room"
# PostgreSQL refuses a payload of 8,000 bytes or more.
LONGEST_PAYLOAD: Final = 7500
RETRY_SECONDS: Final = 1.0
LOOKS_UP_EVERY: Final = 0.5

log = logging.getLogger(__name__)

Heads = Mapping[UUID, int]
Here = Mapping[UUID, Iterable[str]]


class Ears(Protocol):
    """Who hears the doorbell; called from the doorbell's own thread."""

    def heads(self, heads: Heads) -> None:
        """These meetings' logs have grown to these numbers."""

    def people(self, process: str, here: Here) -> None:
        """Another process says who has which room open there."""


class Doorbell(Protocol):
    def ring(self, heads: Heads) -> None:
        """Called by the writer after the commit; never raises."""

    def tell(self, here: Here) -> None:
        """Tell the other processes who is here; never raises."""

    def listen(self, ears: Ears) -> None: ...

    def close(self) -> None: ...


class NoDoorbell:
    """For one process alone, and for processes that must do with the sweep."""

    def ring(self, heads: Heads) -> None:
        pass

    def tell(self, here: Here) -> None:
        pass

    def listen(self, ears: Ears) -> None:
        pass

    def close(self) -> None:
        pass


class PostgresDoorbell:
    """LISTEN and NOTIFY: one connection that listens and one that rings."""

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        self._parameters = dict(parameters)
        self._process = uuid.uuid4().hex[:12]
        self._ringing: psycopg.Connection[Any] | None = None
        self._listener: threading.Thread | None = None
        self._lock = threading.Lock()
        self._closed = threading.Event()

    def ring(self, heads: Heads) -> None:
        said = [f"{meeting.hex}:{head}" for meeting, head in heads.items()]
        for part in _in_parts(said, longest=LONGEST_PAYLOAD):
            self._notify({"from": self._process, "heads": part})

    def tell(self, here: Here) -> None:
        for meeting, people in here.items():
            self._notify(
                {"from": self._process, "in": meeting.hex, "here": sorted(people)}
            )

    def listen(self, ears: Ears) -> None:
        self._listener = threading.Thread(
            target=self._listen, args=(ears,), name="doorbell", daemon=True
        )
        self._listener.start()

    def close(self) -> None:
        """Takes as long as the listener needs to look up, about a second."""
        self._closed.set()
        if self._listener:
            self._listener.join(timeout=LOOKS_UP_EVERY * 2)
        with self._lock:
            self._hang_up()

    def _notify(self, payload: Mapping[str, Any]) -> None:
        text = json.dumps(payload, separators=(",", ":"))
        with self._lock:
            try:
                if self._ringing is None:
                    self._ringing = self._connect()
                self._ringing.execute("SELECT pg_notify(%s, %s)", (CHANNEL, text))
            except psycopg.Error as failure:
                self._hang_up()
                log.warning("The doorbell did not ring: %s", type(failure).__name__)

    def _hang_up(self) -> None:
        if self._ringing:
            self._ringing.close()
            self._ringing = None

    def _listen(self, ears: Ears) -> None:
        while not self._closed.is_set():
            try:
                with self._connect() as connected:
                    connected.execute(f"LISTEN {CHANNEL}")
                    self._pass_on(connected, ears)
            except psycopg.Error as failure:
                log.warning("The doorbell is deaf: %s", type(failure).__name__)
                self._closed.wait(RETRY_SECONDS)

    def _pass_on(self, connected: psycopg.Connection[Any], ears: Ears) -> None:
        while not self._closed.is_set():
            for notice in connected.notifies(timeout=LOOKS_UP_EVERY):
                self._hear(notice.payload, ears)

    def _hear(self, payload: str, ears: Ears) -> None:
        said = json.loads(payload)
        if said["from"] == self._process:
            return
        if "heads" in said:
            pairs = (pair.split(":") for pair in said["heads"].split(","))
            ears.heads({UUID(meeting): int(head) for meeting, head in pairs})
        else:
            ears.people(said["from"], {UUID(said["in"]): said["here"]})

    def _connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(**self._parameters, autocommit=True)


def fitting() -> Doorbell:
    """The doorbell that fits the database in use."""
    if connection.vendor == "postgresql" and settings.ROOM_DOORBELL:
        parameters = connection.get_connection_params()
        kept = ("dbname", "user", "password", "host", "port")
        return PostgresDoorbell({k: parameters[k] for k in kept if k in parameters})
    return NoDoorbell()


def _in_parts(said: Iterable[str], *, longest: int) -> Iterator[str]:
    part = ""
    for one in said:
        if part and len(part) + len(one) + 1 > longest:
            yield part
            part = ""
        part = f"{part},{one}" if part else one
    if part:
        yield part
