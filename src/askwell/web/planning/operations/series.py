"""Putting a whole series of meetings into a set's calendar."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from askwell.process.formats import format_named
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.queries import meetings_held
from askwell.web.people.models import Person
from askwell.web.planning.models import Occurrence, Series
from askwell.web.planning.refusals import NotPlannedError, Reason
from askwell.web.planning.series import occurrences
from askwell.web.programmes.models import LearningSet

FIRST_MEETING = "first_meeting"


@transaction.atomic
def plan_series(
    learning_set: LearningSet,
    *,
    first: datetime,
    count: int = 6,
    every_weeks: int = 5,
    minutes: int,
    format_name: str = "",
    link: str = "",
    home_zone: str = "",
    by: Person,
    at: datetime,
) -> Series:
    """So many meetings, weeks apart, at the hour `first` has in the home zone.

    With another home zone than before, the set moves there.
    """
    if first <= at:
        raise NotPlannedError(Reason.PAST)
    if home_zone and home_zone != learning_set.time_zone:
        learning_set.time_zone = home_zone
        learning_set.save(update_fields=["time_zone"])
    zone = ZoneInfo(learning_set.time_zone)
    local = first.astimezone(zone).replace(tzinfo=None)
    series = Series.objects.create(
        learning_set=learning_set,
        time_zone=learning_set.time_zone,
        every_weeks=every_weeks,
        made_by=by,
        made_at=at,
    )
    chosen = format_name or learning_set.format
    is_first = not meetings_held(learning_set).exists()
    for number, starts_at in enumerate(
        occurrences(local, zone, count, every_weeks), start=1
    ):
        meeting = meetings.schedule(
            learning_set,
            starts_at=starts_at,
            booked_minutes=minutes,
            format_name=chosen,
            options=_introduced(chosen) if is_first and number == 1 else None,
            link=link,
            by=by,
        )
        Occurrence.objects.create(series=series, meeting=meeting, number=number)
    return series


def _introduced(format_name: str) -> dict[str, str | int | bool]:
    """The very first meeting leaves time to get to know one another."""
    options = {each.name for each in format_named(format_name).options}
    return {FIRST_MEETING: True} if FIRST_MEETING in options else {}
