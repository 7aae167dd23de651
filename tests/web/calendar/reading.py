"""Reads calendar files with a parser that shares no code with what wrote them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

import vobject

_numbers = count(1)


@dataclass(frozen=True)
class Found:
    """One meeting as another program understands it."""

    uid: str
    sequence: int
    stamped_at: datetime
    starts_at: datetime
    ends_at: datetime
    status: str
    summary: str


def parsed(ics: bytes):
    """The one calendar in a file.

    Its zones are given other names, so that the parser must believe what the file
    says of them and cannot use what it knows itself.
    """
    nowhere = f"Nowhere-{next(_numbers)}-"
    text = re.sub(r"(TZID[=:])", rf"\1{nowhere}", ics.decode())
    return vobject.readOne(text)


def method_of(ics: bytes) -> str:
    return parsed(ics).method.value


def meetings_in(ics: bytes) -> list[Found]:
    """Every meeting of a file, its hours worked out from the file's own zones."""
    return [_found(one) for one in parsed(ics).contents.get("vevent", [])]


def _found(event) -> Found:
    return Found(
        uid=event.uid.value,
        sequence=int(event.sequence.value),
        stamped_at=event.dtstamp.value.astimezone(UTC),
        starts_at=event.dtstart.value.astimezone(UTC),
        ends_at=event.dtend.value.astimezone(UTC),
        status=event.status.value,
        summary=event.summary.value,
    )
