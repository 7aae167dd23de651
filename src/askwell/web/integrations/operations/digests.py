"""Makes the mails of the day: one a day for each person who wishes it so."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from askwell.web.integrations import queries
from askwell.web.integrations.models import Delivery, Gathered
from askwell.web.integrations.operations import outbox
from askwell.web.people.models import Person


def make_digests(*, at: datetime) -> int:
    """Put into the outbox the mails of the day whose hour has come.

    Most people wait for theirs at most times: they cost no query of their own.
    """
    return sum(
        _make(person, hour=hour, at=at)
        for person, hour, gathered_at in queries.awaiting_a_digest()
        if gathered_at <= latest_hour(person.time_zone, hour=hour, at=at)[1]
    )


@transaction.atomic
def _make(person: Person, *, hour: int, at: datetime) -> bool:
    """What was gathered until the hour goes; what came later waits for tomorrow."""
    day, since = latest_hour(person.time_zone, hour=hour, at=at)
    waiting = Gathered.objects.filter(
        person=person, delivery__isnull=True, at__lte=since
    )
    if not waiting.exists():
        return False
    key = f"{person.pk}:{day.isoformat()}"
    if not outbox.put_in(
        channel=Delivery.Channel.DIGEST, key=key, person=person, at=at
    ):
        return False
    waiting.update(
        delivery=Delivery.objects.get(channel=Delivery.Channel.DIGEST, key=key)
    )
    return True


def latest_hour(zone: str, *, hour: int, at: datetime) -> tuple[date, datetime]:
    """The last day on whose clocks the hour has come, and the instant it came.

    An hour that a day leaves out comes when the clocks have jumped over it; of one
    that comes twice the first counts.
    """
    clocks = ZoneInfo(zone)
    day = at.astimezone(clocks).date()
    came = datetime.combine(day, time(hour), tzinfo=clocks).astimezone(ZoneInfo("UTC"))
    if came > at:
        day -= timedelta(days=1)
        came = datetime.combine(day, time(hour), tzinfo=clocks)
    return day, came.astimezone(ZoneInfo("UTC"))
