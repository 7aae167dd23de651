"""What the closed meetings of one set tell, read from their logs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from askwell.insight import reading
from askwell.insight.reading import KINDS, SEALED
from askwell.insight.told import Told, told
from askwell.process.events import Arrived, SlotBegan, StepUndone
from askwell.process.formats import format_named
from askwell.process.people import PersonId
from askwell.web.meetings.log import opened
from askwell.web.meetings.models import Entry, Meeting, MeetingQuerySet, Words
from askwell.web.programmes.models import LearningSet

FEW: Final = 4
"""Looking back ends there: one meeting in so many is not enough to tell anything."""


def latest_meetings(learning_set: LearningSet, *, most: int) -> list[Meeting]:
    """The last ones that were held, the oldest of them first."""
    return latest_of(learning_set.meetings.held().filter(head__gt=0), most=most)


def latest_of(held: MeetingQuerySet, *, most: int) -> list[Meeting]:
    """Those of action learning; where advice is invited, nothing is said (INV-27)."""
    newest = held.order_by("-closed_at", "-pk")[: most * FEW]
    return [each for each in newest if _is_action_learning(each)][:most][::-1]


def _is_action_learning(meeting: Meeting) -> bool:
    return format_named(meeting.format).script(meeting.options).action_learning


def told_of(meetings: Sequence[Meeting]) -> list[Told]:
    """In the order of the meetings; two queries for all of them."""
    entries = _entries(meetings)
    return [told(entries[each.pk]) for each in meetings]


def _entries(meetings: Iterable[Meeting]) -> Mapping[UUID, list[reading.Entry]]:
    sets = {each.pk: each.learning_set_id for each in meetings}
    heard = _heard(sets)
    found: defaultdict[UUID, list[reading.Entry]] = defaultdict(list)
    rows = Entry.objects.filter(meeting__in=sets, kind__in=KINDS)
    for meeting, number, kind, person, data in rows.order_by(
        "meeting_id", "number"
    ).values_list("meeting_id", "number", "kind", "person", "data"):
        heard_as = heard.get((meeting, number))
        found[meeting].append(reading.Entry(number, kind, person, data, heard_as))
    return found


def _heard(sets: Mapping[UUID, UUID]) -> dict[tuple[UUID, int], str]:
    """How turns in captions were read, as long as the speaker's key is there."""
    found = {}
    for row in Words.objects.filter(meeting__in=sets, field=SEALED[1]):
        heard_as = opened(sets[row.meeting_id], row)
        if heard_as is not None:
            found[row.meeting_id, row.number] = heard_as
    return found


@dataclass
class Facilitated:
    """Who facilitated slots of a set: when, and which of them somebody watched."""

    days: dict[PersonId, list[date]] = field(default_factory=dict)
    observed: set[PersonId] = field(default_factory=set)


def facilitated(learning_set: LearningSet, *, by: Iterable[PersonId]) -> Facilitated:
    """Of all closed meetings, in one query; `by` are those whose watching counts."""
    entries = Entry.objects.filter(
        meeting__learning_set=learning_set,
        meeting__closed_at__isnull=False,
        kind__in=(Arrived.__name__, SlotBegan.__name__, StepUndone.__name__),
    ).order_by("meeting_id", "number")
    came: defaultdict[UUID, set[PersonId]] = defaultdict(set)
    begun: dict[tuple[UUID, int], tuple[PersonId, date]] = {}
    for meeting, kind, person, data, at in entries.values_list(
        "meeting_id", "kind", "person", "data", "at"
    ):
        if kind == Arrived.__name__:
            came[meeting].add(person)
        elif kind == StepUndone.__name__:
            begun.pop((meeting, data["step"]), None)
        elif leads := data.get("facilitator"):
            begun[meeting, data["step"]] = (leads, at.date())
    watching, found = frozenset(by), Facilitated()
    for (meeting, _step), (person, day) in begun.items():
        found.days.setdefault(person, []).append(day)
        if watching & (came[meeting] - {person}):
            found.observed.add(person)
    return found
