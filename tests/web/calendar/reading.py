"""Reads calendar files with a parser that shares no code with what wrote them."""

from dataclasses import dataclass
from datetime import UTC, datetime

import vobject


@dataclass(frozen=True)
class Found:
    """One meeting as another program understands it."""

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    status: str
    summary: str


def parsed(ics: bytes):
    """The one calendar in a file."""
    return vobject.readOne(ics.decode())


def meetings_in(ics: bytes) -> list[Found]:
    """Every meeting of a file, its hours worked out from the file's own zones."""
    return [_found(one) for one in parsed(ics).contents.get("vevent", [])]


def _found(event) -> Found:
    return Found(
        uid=event.uid.value,
        sequence=int(event.sequence.value),
        starts_at=event.dtstart.value.astimezone(UTC),
        ends_at=event.dtend.value.astimezone(UTC),
        status=event.status.value,
        summary=event.summary.value,
    )
