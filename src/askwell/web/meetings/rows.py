"""The writer's few statements, in plain SQL: they run for every contribution.

Measured against the ORM they take a third of the time. Each
is one statement for a whole batch, whatever its size: between two statements the other
threads have their turn, and a batch would wait for them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import connection

from askwell.web.meetings.models import Entry, Meeting, Words
from askwell.web.programmes.models import LearningSet

# Databases limit the number of parameters: SQLite to 32,766, PostgreSQL to 65,535.
ROWS_AT_ONCE: Final = 1000

MEETINGS: Final = Meeting._meta.db_table
ENTRIES: Final = Entry._meta.db_table
WORDS: Final = Words._meta.db_table
SETS: Final = LearningSet._meta.db_table


class Held(NamedTuple):
    """A meeting's row, locked until the transaction ends."""

    meeting: UUID
    learning_set: UUID
    head: int


class EntryRow(NamedTuple):
    """The columns of an entry, in the order in which they are written."""

    meeting_id: UUID
    number: int
    kind: str
    person: str
    data: Mapping[str, Any]
    token: str
    at: datetime


class WordsRow(NamedTuple):
    """The columns of sealed words, in the order in which they are written."""

    meeting_id: UUID
    number: int
    field: str
    author_id: str
    sealed: bytes


def hold(meetings: Iterable[UUID]) -> list[Held]:
    """Lock these meetings, in the order of their ids so that nobody waits in a ring.

    Nothing is written to one that was cancelled, or whose set has ended: it is as if
    it were not there.
    """
    wanted = [_id(meeting) for meeting in meetings]
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, learning_set_id, head FROM {MEETINGS} "  # noqa: S608 - places only
            f"WHERE id IN ({_places(wanted)}) AND cancelled_at IS NULL "
            f"AND NOT EXISTS (SELECT 1 FROM {SETS} WHERE {SETS}.id = learning_set_id "
            "AND ended_at IS NOT NULL) "
            f"ORDER BY id{lock}",
            wanted,
        )
        return [
            Held(_uuid(meeting), _uuid(learning_set), head)
            for meeting, learning_set, head in cursor.fetchall()
        ]


def add_entries(rows: Sequence[EntryRow]) -> None:
    at = connection.ops.adapt_datetimefield_value
    _insert(
        ENTRIES,
        EntryRow._fields,
        [
            (
                _id(row.meeting_id),
                row.number,
                row.kind,
                row.person,
                json.dumps(row.data),
                row.token,
                at(row.at),
            )
            for row in rows
        ],
    )


def add_words(rows: Sequence[WordsRow]) -> None:
    _insert(WORDS, WordsRow._fields, [(_id(row.meeting_id), *row[1:]) for row in rows])


def move_heads(heads: Mapping[UUID, int]) -> None:
    ids = [_id(meeting) for meeting in heads]
    cases = "WHEN %s THEN %s " * len(ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {MEETINGS} SET head = CASE id {cases}END "  # noqa: S608 - as above
            f"WHERE id IN ({_places(ids)})",
            [*chain.from_iterable(zip(ids, heads.values(), strict=True)), *ids],
        )


def _insert(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    left = iter(rows)
    row = f"({_places(columns)})"
    with connection.cursor() as cursor:
        while some := list(islice(left, ROWS_AT_ONCE)):
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) "  # noqa: S608 - own names
                f"VALUES {', '.join([row] * len(some))}",
                list(chain.from_iterable(some)),
            )


def _places(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))


def _id(value: UUID) -> Any:
    return value if connection.features.has_native_uuid_field else value.hex


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)
