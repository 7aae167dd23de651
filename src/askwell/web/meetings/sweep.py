"""What the sweep looks for: logs that have grown, and people who have left."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from askwell.process.commands import Command, RemovePerson
from askwell.process.people import ASKWELL
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import SetMembership

# A departure may bear an instant a little before the log began, and yet come after it.
MARGIN: Final = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Found:
    heads: dict[UUID, int]
    removals: tuple[tuple[UUID, Command], ...]


def what_has_moved(meetings: Collection[UUID]) -> Found:
    """The heads of these meetings, and whom to remove from them."""
    heads = Meeting.objects.filter(pk__in=meetings).values_list("pk", "head")
    return Found(dict(heads), tuple(_removals(meetings)))


def _removals(meetings: Collection[UUID]) -> list[tuple[UUID, Command]]:
    """Whoever has left the set since the log began, whether the room was open or not.

    The token is that of the departure, so that many may try and one succeeds. No
    client can send a token with a colon, and so use it up beforehand.
    """
    back = SetMembership.objects.current().filter(
        learning_set=OuterRef("learning_set"), person=OuterRef("person")
    )
    departures = (
        SetMembership.objects.filter(
            learning_set__meetings__in=meetings,
            learning_set__meetings__entries__number=1,
            left_at__gte=F("learning_set__meetings__entries__at") - MARGIN,
        )
        .exclude(Exists(back))
        .values_list("learning_set__meetings", "person_id", "pk")
    )
    return [
        (
            meeting,
            RemovePerson(by=ASKWELL, token=f"left:{membership}", person=str(person)),
        )
        for meeting, person, membership in departures
    ]
