"""Noticing kindly that a set has stopped meeting, and what is done about it."""

from datetime import datetime

from django.db import transaction

from askwell.web.calendar.models import Lapse
from askwell.web.calendar.queries.lapses import Pause, people_to_tell
from askwell.web.people.models import Notice
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import LearningSet


@transaction.atomic
def notice_lapse(pause: Pause, *, at: datetime) -> int:
    """Tell whoever leads the set, once for each time it stops."""
    learning_set = LearningSet.objects.select_for_update().get(pk=pause.set_id)
    _lapse, is_new = Lapse.objects.get_or_create(
        learning_set=learning_set, since=pause.since, defaults={"noticed_at": at}
    )
    if not is_new or learning_set.ended_at:
        return 0
    posted = post_notices(
        people_to_tell(learning_set),
        kind=Notice.Kind.LAPSED,
        path=f"/sets/{learning_set.pk}/lapsed/",
        at=at,
        set_id=learning_set.pk,
    )
    return len(posted)


def leave_alone(lapse: Lapse, *, at: datetime) -> None:
    """Not now: nothing more is said about it until the set has met again."""
    lapse.quieted_at = at
    lapse.save(update_fields=["quieted_at"])
