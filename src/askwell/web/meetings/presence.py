"""Presence: who has a room open just now, counted from streams and never logged.

Two tabs of one person are one presence. A departure shows only after a few seconds
of grace, so that a changing network or a reload is not announced. Presence is soft
state of each process; processes that share a database tell each other.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils import timezone

GRACE_SECONDS: Final = 5.0
TOLD_EVERY_SECONDS: Final = 10.0
BELIEVED_SECONDS: Final = 25.0
REMEMBERED_SECONDS: Final = 300.0


@dataclass(slots=True)
class _Room:
    streams: Counter[str] = field(default_factory=Counter)
    last_seen: dict[str, float] = field(default_factory=dict)
    elsewhere: dict[str, tuple[frozenset[str], float]] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    told_at: float = 0.0


class Presence:
    """Who is here, by meeting. Changed on the event loop, read from any thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._rooms: dict[UUID, _Room] = {}

    def came(self, meeting: UUID, person: str) -> None:
        room = self._rooms.setdefault(meeting, _Room())
        room.streams[person] += 1

    def went(self, meeting: UUID, person: str) -> None:
        room = self._rooms[meeting]
        room.streams[person] -= 1
        if room.streams[person] <= 0:
            del room.streams[person]
            room.last_seen[person] = self._clock()

    def heard(self, meeting: UUID, process: str, people: Iterable[str]) -> None:
        """Another process says who has this room open there."""
        room = self._rooms.setdefault(meeting, _Room())
        before, _ = room.elsewhere.get(process, (frozenset(), 0.0))
        now, here = self._clock(), frozenset(people)
        room.elsewhere[process] = (here, now)
        room.last_seen.update(dict.fromkeys(before | here, now))

    def here(self, meeting: UUID) -> frozenset[str]:
        """Who is here, with those counted in who left within the grace."""
        room = self._rooms.get(meeting)
        return self._here(room) if room else frozenset()

    def away_since(self, meeting: UUID, person: str) -> datetime | None:
        """Since when a person has had no stream; None while they are here.

        Someone this process has never seen counts as away since it began, so a
        restarted server grants everybody the full time to come back.
        """
        room = self._rooms.get(meeting)
        if room and person in self._connected(room):
            return None
        since = room.last_seen.get(person, self._began) if room else self._began
        return timezone.now() - timedelta(seconds=self._clock() - since)

    def changes(self) -> list[tuple[UUID, frozenset[str]]]:
        """Rooms whose shown presence has changed since this was last asked."""
        changed = []
        for meeting, room in self._rooms.items():
            here = self._here(room)
            if here != room.shown:
                room.shown = here
                changed.append((meeting, here))
        return changed

    def to_tell(self) -> list[tuple[UUID, frozenset[str]]]:
        """What other processes should hear now: news at once, the rest at times."""
        now = self._clock()
        telling = []
        for meeting, room in self._rooms.items():
            own = frozenset(room.streams)
            stale = bool(own) and now - room.told_at > TOLD_EVERY_SECONDS
            if own != room.told or stale:
                room.told, room.told_at = own, now
                telling.append((meeting, own))
        return telling

    def forget(self, *, but: Iterable[UUID]) -> None:
        """Drop rooms that nobody has had open for a while."""
        kept, latest = set(but), self._clock() - REMEMBERED_SECONDS
        for meeting, room in tuple(self._rooms.items()):
            recently = any(at > latest for at in room.last_seen.values())
            if meeting not in kept and not room.streams and not recently:
                del self._rooms[meeting]

    def _here(self, room: _Room) -> frozenset[str]:
        latest = self._clock() - GRACE_SECONDS
        recent = {person for person, at in room.last_seen.items() if at > latest}
        return self._connected(room) | recent

    def _connected(self, room: _Room) -> frozenset[str]:
        oldest = self._clock() - BELIEVED_SECONDS
        told = (people for people, at in room.elsewhere.values() if at > oldest)
        return frozenset(room.streams).union(*told)


PRESENCE: Final = Presence()
"""The presence of this process."""


def away_since(meeting: UUID, person: str) -> datetime | None:
    """Since when a person has had no stream into a meeting; None while they have."""
    return PRESENCE.away_since(meeting, person)
