"""What the sweep looks for: logs that have grown, and people who have left."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef

from askwell.process.commands import Command, RemovePerson
from askwell.process.people import ASKWELL
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import SetMembership

# A departure may be committed a little later than the instant it bears.
MARGIN: Final = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Found:
    heads: dict[UUID, int]
    removals: tuple[tuple[UUID, Command], ...]


def what_has_moved(meetings: Collection[UUID], *, since: datetime) -> Found:
    """The heads of these meetings, and whom to remove from them."""
    heads = Meeting.objects.filter(pk__in=meetings).values_list("pk", "head")
    return Found(dict(heads), tuple(_removals(meetings, since - MARGIN)))


def _removals(
    meetings: Collection[UUID], since: datetime
) -> list[tuple[UUID, Command]]:
    """The token is that of the departure, so that many may try and one succeeds."""
    back = SetMembership.objects.current().filter(
        learning_set=OuterRef("learning_set"), person=OuterRef("person")
    )
    departures = (
        SetMembership.objects.filter(
            learning_set__meetings__in=meetings, left_at__gte=since
        )
        .exclude(Exists(back))
        .values_list("learning_set__meetings", "person_id", "pk")
    )
    open_here = set(meetings)
    return [
        (
            meeting,
            RemovePerson(by=ASKWELL, token=f"left-{membership}", person=str(person)),
        )
        for meeting, person, membership in departures
        if meeting in open_here
    ]
