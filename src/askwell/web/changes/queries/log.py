"""Questions about a programme's log, and about what one has linked to it oneself."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from askwell.web.changes.models import Arrangement, ChangeEvent, LearningLoop
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme

RECENT = timedelta(days=550)
MOST = 30


def log_of(programme: Programme, *, words: str = "") -> QuerySet[ChangeEvent]:
    """What stands in it, the latest first; with all of the words, if any are given."""
    found = ChangeEvent.objects.standing().filter(programme=programme)
    for word in words.split()[:6]:
        found = found.filter(Q(title__icontains=word) | Q(area__icontains=word))
    return found


def recent_changes(
    programme: Programme, *, besides: Collection[UUID] = ()
) -> list[ChangeEvent]:
    """What somebody may have learned of lately, and what else is named."""
    known = ChangeEvent.objects.standing().filter(programme=programme)
    since = timezone.localdate() - RECENT
    latest = known.filter(noticed_on__gt=since).values_list("pk", flat=True)
    pks = {*besides, *latest[:MOST]}
    return list(known.filter(pk__in=pks))


def arrangement_of(programme: Programme) -> Arrangement:
    known = Arrangement.objects.filter(programme=programme).first()
    return known or Arrangement(programme=programme)


def own_loops(person: Person, programme: Programme) -> QuerySet[LearningLoop]:
    """What this person linked, and nobody else's."""
    mine = LearningLoop.objects.filter(
        person=person, change__programme=programme, change__removed_at__isnull=True
    )
    return mine.select_related(
        "change", "action__owner", "action__learning_set", "topic__owner"
    )
