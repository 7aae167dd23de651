"""Two taps after a meeting, counted without anybody's name."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.surveys.models import Pulse, Tap, Tapper
from askwell.web.surveys.queries.pulse import came_to, is_open
from askwell.web.surveys.refusals import NotDoneError, Reason, need
from askwell.web.surveys.taps import TAPS, VALUES


@transaction.atomic
def tap(
    meeting_id: UUID, values: Mapping[str, int], *, by: Person, at: datetime
) -> None:
    """Count somebody's taps in; whoever leaves one out leaves it out."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting_id)
    closed_at = meeting.closed_at
    if closed_at is None or not is_open(meeting, at=at):
        raise NotDoneError(Reason.CLOSED)
    said = [(item, value) for item, value in values.items() if value in VALUES]
    need(bool(said), Reason.NOTHING_SAID)
    pulse = _laid_out(meeting, closed_at=closed_at)
    mine = pulse.tappers.filter(person=by, has_tapped=False)
    need(bool(mine.update(has_tapped=True)), Reason.ANSWERED)
    chosen = Q()
    for item, value in said:
        chosen |= Q(item=item, value=value)
    pulse.taps.filter(chosen).update(number=F("number") + 1)


def _laid_out(meeting: Meeting, *, closed_at: datetime) -> Pulse:
    """With everybody who was there and every count at zero: no order tells anything."""
    pulse, is_new = Pulse.objects.get_or_create(
        meeting=meeting, defaults={"closes_at": closed_at + Pulse.LASTS}
    )
    if is_new:
        Tapper.objects.bulk_create(
            Tapper(pulse=pulse, person_id=each) for each in sorted(came_to(meeting))
        )
        Tap.objects.bulk_create(
            Tap(pulse=pulse, item=each.key, value=value)
            for each in TAPS
            for value in VALUES
        )
    return pulse
