"""What the logs of many meetings say, folded once and read in a few queries.

A meeting is kept in memory without a single word of it: where the log has words, the
state has the name of their place. They are opened when a page asks for them, so that
destroyed keys take them from every page at once.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Final, NamedTuple
from uuid import UUID

from django.db.models import Q

from askwell.process.change import change
from askwell.process.events import Event, PulseAnswered, Stored, TurnHeard, load
from askwell.process.evolve import replay
from askwell.process.state import State
from askwell.web.meetings import log
from askwell.web.meetings.models import Entry, Meeting, Words

KEPT_IN_MEMORY: Final = 256
# Numbers and kinds, sealed like words; no page of ours reads them.
NO_WORDS: Final = {PulseAnswered.__name__, TurnHeard.__name__}


class Spoken(NamedTuple):
    """Where words lie: a meeting, and `number/field` of one of its entries."""

    meeting: UUID
    place: str


_known: OrderedDict[tuple[UUID, int], State] = OrderedDict()
_lock = Lock()


def states(meetings: Iterable[Meeting]) -> dict[UUID, State]:
    """Each meeting as its log leaves it, with places in place of words."""
    found: dict[UUID, State] = {}
    missing: list[Meeting] = []
    for meeting in meetings:
        state = _recall(meeting)
        if state is None:
            missing.append(meeting)
        else:
            found[meeting.pk] = state
    for meeting, state in _folded(missing):
        _keep(meeting, state)
        found[meeting.pk] = state
    return found


def _recall(meeting: Meeting) -> State | None:
    with _lock:
        state = _known.get((meeting.pk, meeting.head))
        if state is not None:
            _known.move_to_end((meeting.pk, meeting.head))
        return state


def _keep(meeting: Meeting, state: State) -> None:
    with _lock:
        _known[meeting.pk, meeting.head] = state
        while len(_known) > KEPT_IN_MEMORY:
            _known.popitem(last=False)


def _folded(meetings: list[Meeting]) -> Iterable[tuple[Meeting, State]]:
    if not meetings:
        return
    places = _places(meetings)
    events: defaultdict[UUID, list[Event]] = defaultdict(list)
    for entry in Entry.objects.filter(meeting__in=meetings).order_by(
        "meeting_id", "number"
    ):
        said = places[entry.meeting_id, entry.number]
        events[entry.meeting_id].append(_event(entry, said))
    for meeting in meetings:
        # How steps are undone, and which commands came in, matters to no page of ours.
        yield meeting, change(replay(events[meeting.pk]), steps=(), tokens={})


def _places(meetings: list[Meeting]) -> Mapping[tuple[UUID, int], dict[str, str]]:
    """Which fields of which entries have words, without the words."""
    found: defaultdict[tuple[UUID, int], dict[str, str]] = defaultdict(dict)
    rows = Words.objects.filter(meeting__in=meetings)
    for meeting, number, field in rows.values_list("meeting_id", "number", "field"):
        found[meeting, number][field] = f"{number}/{field}"
    return found


def _event(entry: Entry, places: dict[str, str]) -> Event:
    stored = Stored(
        kind=entry.kind,
        person=entry.person,
        at=entry.at,
        token=None,
        data=entry.data,
        words={} if entry.kind in NO_WORDS else places,
    )
    return load(stored, number=entry.number)


def opened(
    wanted: Iterable[Spoken], meetings: Mapping[UUID, Meeting]
) -> dict[Spoken, str]:
    """The words that can still be read, of all meetings in one query."""
    numbers: defaultdict[UUID, set[int]] = defaultdict(set)
    asked = set(wanted)
    for meeting, place in asked:
        numbers[meeting].add(int(place.partition("/")[0]))
    if not numbers:
        return {}
    where = Q()
    for meeting, some in numbers.items():
        where |= Q(meeting=meeting, number__in=some)
    said: dict[Spoken, str] = {}
    for row in Words.objects.filter(where):
        spoken = Spoken(row.meeting_id, f"{row.number}/{row.field}")
        if spoken in asked and (
            words := log.opened(meetings[row.meeting_id].learning_set_id, row)
        ):
            said[spoken] = words
    return said
