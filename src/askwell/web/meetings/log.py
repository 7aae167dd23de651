"""The log of a meeting: appended inside the writer's transaction, read by anyone.

Words are sealed with their author's key as they are written and lie in rows of their
own. A log whose words have been forgotten reads just the same, with `None` for them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from askwell.process.events import Event, Stored, dump, load
from askwell.process.evolve import replay
from askwell.process.state import EMPTY, State
from askwell.web.meetings import rows
from askwell.web.meetings.models import Entry, Meeting, Words
from askwell.web.meetings.rows import EntryRow, WordsRow
from askwell.web.vault import cipher


def append(added: Mapping[UUID, tuple[UUID, Sequence[Event]]]) -> None:
    """Write the events of several meetings, each given with its set.

    Must run in the transaction that holds the lock on these meetings.
    """
    entries: list[EntryRow] = []
    words: list[WordsRow] = []
    for meeting, (learning_set, events) in added.items():
        for event in events:
            stored = dump(event)
            entries.append(_entry(meeting, event.number, stored))
            words.extend(_sealed(meeting, learning_set, event.number, stored))
    rows.add_entries(entries)
    rows.add_words(words)
    rows.move_heads(
        {meeting: events[-1].number for meeting, (_, events) in added.items()}
    )


def read(meeting: UUID, *, after: int = 0) -> tuple[Event, ...]:
    """The events after a number, in order, with the words that can still be read."""
    learning_set = (
        Meeting.objects.filter(pk=meeting)
        .values_list("learning_set_id", flat=True)
        .first()
    )
    if learning_set is None:
        return ()
    entries = Entry.objects.filter(meeting=meeting, number__gt=after).order_by("number")
    words = Words.objects.filter(meeting=meeting, number__gt=after)
    said = _said(learning_set, words)
    return tuple(_event(entry, said[entry.number]) for entry in entries)


def state(meeting: UUID) -> State:
    """The meeting as it stands."""
    events = read(meeting)
    return replay(events) if events else EMPTY


def opened(learning_set: UUID, row: Words) -> str | None:
    """The words of a row, or None once they have been forgotten."""
    return cipher.open(
        bytes(row.sealed),
        set_id=learning_set,
        author_id=row.author_id,
        place=_place(row.meeting_id, row.number, row.field),
    )


def _entry(meeting: UUID, number: int, stored: Stored) -> EntryRow:
    return EntryRow(
        meeting_id=meeting,
        number=number,
        kind=stored.kind,
        person=stored.person,
        data=stored.data,
        token=stored.token or "",
        at=stored.at,
    )


def _sealed(
    meeting: UUID, learning_set: UUID, number: int, stored: Stored
) -> Iterator[WordsRow]:
    for field, said in stored.words.items():
        sealed = cipher.seal(
            said,
            set_id=learning_set,
            author_id=stored.person,
            place=_place(meeting, number, field),
        )
        yield WordsRow(
            meeting_id=meeting,
            number=number,
            field=field,
            author_id=stored.person,
            sealed=sealed,
        )


def _said(learning_set: UUID, found: Iterable[Words]) -> dict[int, dict[str, str]]:
    """The words by entry and field; what has been forgotten is left out."""
    said: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for row in found:
        words = opened(learning_set, row)
        if words is not None:
            said[row.number][row.field] = words
    return said


def _event(entry: Entry, words: dict[str, str]) -> Event:
    stored = Stored(
        kind=entry.kind,
        person=entry.person,
        at=entry.at,
        token=entry.token or None,
        data=entry.data,
        words=words,
    )
    return load(stored, number=entry.number)


def _place(meeting: UUID, number: int, field: str) -> str:
    return f"meetings_words.{field}:{meeting}/{number}"
