"""Reads the logs of many closed meetings at once, without opening what was said."""

import json
import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.db import connection

from askwell.insight.reading import KINDS, SEALED, Entry
from askwell.insight.told import Told, told
from askwell.process.people import PersonId
from askwell.web.enrolments.models import Enrolment
from askwell.web.meetings.log import opened
from askwell.web.meetings.models import Entry as EntryRow
from askwell.web.meetings.models import Meeting, Words

logger = logging.getLogger(__name__)

Levels = Mapping[UUID | None, Mapping[PersonId, int]]
ENTRIES: Final = EntryRow._meta.db_table
ROWS_AT_ONCE: Final = 2000


@dataclass(frozen=True, slots=True)
class Held:
    """A closed meeting, as far as measuring must know it."""

    id: UUID
    learning_set: UUID
    programme: UUID | None
    head: int


def held(meetings: Collection[UUID]) -> list[Held]:
    """Those of these meetings that are closed and have a log."""
    found = Meeting.objects.held().filter(pk__in=meetings, head__gt=0)
    return [
        Held(*row)
        for row in found.order_by("pk").values_list(
            "pk", "learning_set_id", "learning_set__cohort__programme_id", "head"
        )
    ]


def told_of(meetings: Sequence[Held]) -> dict[UUID, Told]:
    """What each of the meetings tells; three queries for all of them together.

    One that cannot be read, as when its format is no more, is left out: the others
    must not wait for it.
    """
    by_id = {each.id: each for each in meetings}
    if not by_id:
        return {}
    heard = _heard(by_id)
    levels = _levels(meetings)
    found = {}
    for meeting, entries in _entries(by_id).items():
        known = levels.get(by_id[meeting].programme, {})
        lines = _with_what_was_heard(entries, heard.get(meeting, {}))
        try:
            found[meeting] = told(lines, levels=known)
        except (KeyError, ValueError):
            logger.exception("The log of meeting %s cannot be measured", meeting)
    return found


def _with_what_was_heard(
    entries: list[Entry], heard: Mapping[int, str]
) -> Iterable[Entry]:
    if not heard:
        return entries
    return (
        each._replace(heard_as=heard[each.number]) if each.number in heard else each
        for each in entries
    )


def _entries(meetings: Collection[UUID]) -> dict[UUID, list[Entry]]:
    """In plain SQL, and without making a row of each: there are hundreds a meeting."""
    found: dict[Any, list[Entry]] = {_id(meeting): [] for meeting in meetings}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT meeting_id, number, kind, person, data FROM {ENTRIES} "  # noqa: S608 - places only
            f"WHERE meeting_id IN ({_places(meetings)}) AND kind IN ({_places(KINDS)}) "
            "ORDER BY meeting_id, number",
            [*found, *KINDS],
        )
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            for meeting, number, kind, person, data in rows:
                entry = Entry(number, kind, person, _from_json(data))
                found[meeting].append(entry)
    return {_uuid(meeting): entries for meeting, entries in found.items()}


@lru_cache(maxsize=4096)
def _from_json(data: str) -> Mapping[str, Any]:
    """Of what is neither words nor changed; many entries of a meeting are alike."""
    loaded: Mapping[str, Any] = json.loads(data)
    return loaded


def _places(values: Collection[object]) -> str:
    return ", ".join(["%s"] * len(values))


def _id(value: UUID) -> Any:
    return value if connection.features.has_native_uuid_field else value.hex


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _heard(meetings: Mapping[UUID, Held]) -> dict[UUID, dict[int, str]]:
    """How turns in captions were read, as long as the speaker's key is there."""
    found: defaultdict[UUID, dict[int, str]] = defaultdict(dict)
    for row in Words.objects.filter(meeting__in=meetings, field=SEALED[1]):
        learning_set = meetings[row.meeting_id].learning_set
        if (heard_as := opened(learning_set, row)) is not None:
            found[row.meeting_id][row.number] = heard_as
    return found


def _levels(meetings: Sequence[Held]) -> Levels:
    """Of the people of these sets alone: their programmes may be of any size."""
    known: defaultdict[UUID | None, dict[PersonId, int]] = defaultdict(dict)
    for programme, person, level in Enrolment.objects.filter(
        programme__in={each.programme for each in meetings if each.programme},
        person__set_memberships__learning_set__in=[
            each.learning_set for each in meetings
        ],
        level__isnull=False,
    ).values_list("programme_id", "person_id", "level"):
        known[programme][str(person)] = level or 0
    return known
