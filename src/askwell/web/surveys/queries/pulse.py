"""The taps after meetings: where they can be made, and the words that come of them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.process.events import Arrived
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.surveys.models import Pulse, Tap, Tapper
from askwell.web.surveys.taps import TAPS, Level, TapItem, level


def is_open(meeting: Meeting, *, at: datetime) -> bool:
    """From the end of the meeting, for three days."""
    closed = meeting.closed_at
    return closed is not None and closed <= at < closed + Pulse.LASTS


def came_to(meeting: Meeting) -> set[UUID]:
    """Everybody who came in and has an account, in whatever part."""
    arrived = Entry.objects.filter(meeting=meeting, kind=Arrived.__name__)
    ids = set(arrived.values_list("person", flat=True))
    return set(Person.objects.filter(pk__in=ids).values_list("pk", flat=True))


def was_at(meeting: Meeting, person: Person) -> bool:
    return Entry.objects.filter(
        meeting=meeting, kind=Arrived.__name__, person=str(person.pk)
    ).exists()


def has_tapped(meeting: Meeting, person: Person) -> bool:
    return Tapper.objects.filter(
        pulse=meeting.pk, person=person, has_tapped=True
    ).exists()


@dataclass(frozen=True)
class Word:
    """All that is told of one tap of one meeting; never a number."""

    tap: TapItem
    level: Level

    @property
    def words(self) -> str:
        return str(self.tap.by_level[self.level])


@dataclass(frozen=True)
class OfMeeting:
    """The words of one meeting; none for a tap that fewer than four people made."""

    meeting_id: UUID
    at: datetime
    words: tuple[Word, ...]


def words_of(learning_set: LearningSet, *, at: datetime) -> list[OfMeeting]:
    """Of pulses that have closed, the newest first, for the set alone; two queries."""
    pulses = list(
        Pulse.objects.filter(
            meeting__learning_set=learning_set,
            meeting__closed_at__isnull=False,
            closes_at__lte=at,
        )
        .select_related("meeting")
        .order_by("-closes_at")
    )
    counts: dict[tuple[UUID, str], dict[int, int]] = defaultdict(dict)
    for one in Tap.objects.filter(pulse__in=pulses):
        counts[one.pulse_id, one.item][one.value] = one.number
    return [
        OfMeeting(
            meeting_id=each.pk,
            at=each.meeting.starts_at,
            words=tuple(
                Word(item, found)
                for item in TAPS
                if (found := level(counts[each.pk, item.key]))
            ),
        )
        for each in pulses
    ]
