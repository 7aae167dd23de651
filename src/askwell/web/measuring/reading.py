"""Reads the logs of many closed meetings at once, without opening what was said."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from askwell.insight.reading import KINDS, SEALED, Entry
from askwell.insight.told import Told, told
from askwell.process.people import PersonId
from askwell.web.enrolments.models import Enrolment
from askwell.web.meetings.log import opened
from askwell.web.meetings.models import Entry as EntryRow
from askwell.web.meetings.models import Meeting, Words

Levels = Mapping[UUID | None, Mapping[PersonId, int]]
Row = tuple[UUID, int, str, PersonId, Mapping[str, Any]]


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
    """What each of the meetings tells; three queries for all of them together."""
    by_id = {each.id: each for each in meetings}
    heard = _heard(by_id)
    levels = _levels({each.programme for each in meetings if each.programme})
    return {
        meeting: told(
            _entries(rows, heard), levels=levels.get(by_id[meeting].programme, {})
        )
        for meeting, rows in groupby(_rows(by_id), key=itemgetter(0))
    }


def _rows(meetings: Collection[UUID]) -> Iterator[Row]:
    found = EntryRow.objects.filter(meeting__in=meetings, kind__in=KINDS)
    return (
        found.order_by("meeting_id", "number")
        .values_list("meeting_id", "number", "kind", "person", "data")
        .iterator(chunk_size=2000)
    )


def _entries(
    rows: Iterator[Row], heard: Mapping[tuple[UUID, int], str]
) -> Iterator[Entry]:
    for meeting, number, kind, person, data in rows:
        heard_as = heard.get((meeting, number)) if kind == SEALED[0] else None
        yield Entry(number, kind, person, data, heard_as)


def _heard(meetings: Mapping[UUID, Held]) -> dict[tuple[UUID, int], str]:
    """How turns in captions were read, as long as the speaker's key is there."""
    found = {}
    for row in Words.objects.filter(meeting__in=meetings, field=SEALED[1]):
        learning_set = meetings[row.meeting_id].learning_set
        if (heard_as := opened(learning_set, row)) is not None:
            found[row.meeting_id, row.number] = heard_as
    return found


def _levels(programmes: Collection[UUID]) -> Levels:
    known: defaultdict[UUID | None, dict[PersonId, int]] = defaultdict(dict)
    for programme, person, level in Enrolment.objects.filter(
        programme__in=programmes, person__isnull=False, level__isnull=False
    ).values_list("programme_id", "person_id", "level"):
        known[programme][str(person)] = level or 0
    return known
