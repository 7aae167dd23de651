"""Adding to a programme's log, changing a line, taking it out and back in."""

from datetime import date, datetime, timedelta

from django.db import transaction

from askwell.web.changes import rules
from askwell.web.changes.models import Arrangement, ChangeEvent
from askwell.web.changes.refusals import Reason, need
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme

MOST_A_DAY = 30
KEPT = timedelta(days=1)
"""So long a line that was taken out can be brought back."""


@transaction.atomic
def add(
    programme: Programme,
    *,
    title: str,
    impact: int,
    noticed_on: date,
    by: Person,
    at: datetime,
    area: str = "",
) -> ChangeEvent:
    """A line in the log, which everybody in the programme reads."""
    need(rules.can_add(by, programme), Reason.NOT_YOURS_TO_DO)
    today = ChangeEvent.objects.filter(
        programme=programme, added_by=by, added_at__gt=at - timedelta(days=1)
    )
    need(today.count() < MOST_A_DAY, Reason.TOO_MANY)
    return ChangeEvent.objects.create(
        programme=programme,
        title=title,
        impact=impact,
        noticed_on=noticed_on,
        area=area,
        added_by=by,
        added_at=at,
    )


@transaction.atomic
def change(
    event: ChangeEvent,
    *,
    title: str,
    impact: int,
    noticed_on: date,
    by: Person,
    area: str = "",
) -> None:
    event = _held(event, by=by)
    event.title, event.area = title, area
    event.impact, event.noticed_on = impact, noticed_on
    event.save(update_fields=["title", "area", "impact", "noticed_on"])


@transaction.atomic
def remove(event: ChangeEvent, *, by: Person, at: datetime) -> None:
    """It no longer counts; for a day it can be brought back, then it is deleted."""
    event = _held(event, by=by)
    event.removed_at = event.removed_at or at
    event.save(update_fields=["removed_at"])


@transaction.atomic
def bring_back(event: ChangeEvent, *, by: Person) -> None:
    event = _held(event, by=by)
    event.removed_at = None
    event.save(update_fields=["removed_at"])


def _held(event: ChangeEvent, *, by: Person) -> ChangeEvent:
    need(rules.can_change(by, event), Reason.NOT_YOURS_TO_DO)
    return ChangeEvent.objects.select_for_update().get(pk=event.pk)


@transaction.atomic
def arrange(
    programme: Programme, *, may_add: str, headcount: int | None, by: Person
) -> None:
    """Who may add, and how many people could take part."""
    need(rules.can_arrange(by, programme), Reason.NOT_YOURS_TO_DO)
    Arrangement.objects.update_or_create(
        programme=programme, defaults={"may_add": may_add, "headcount": headcount}
    )
