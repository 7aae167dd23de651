"""Linking what one learned oneself to what changed; nobody else is shown any of it."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from askwell.web.actions.models import Action
from askwell.web.changes import rules
from askwell.web.changes.models import ChangeEvent, LearningLoop
from askwell.web.changes.refusals import Reason, need
from askwell.web.people.models import Person
from askwell.web.topics.models import Topic

Source = Action | Topic
Pair = tuple[ChangeEvent, Source]
"""A change, and something of one's own that helped to learn about it."""


@transaction.atomic
def link(event: ChangeEvent, source: Source, *, by: Person, at: datetime) -> None:
    """This helped me to learn about that; said twice it is said once."""
    programme = event.programme
    need(rules.takes_part(by, programme), Reason.NOT_YOURS_TO_DO)
    need(event.removed_at is None, Reason.NOT_YOURS_TO_DO)
    own = (
        rules.learned_actions(by, programme)
        if isinstance(source, Action)
        else rules.closed_topics(by, programme)
    )
    need(own.filter(pk=source.pk).exists(), Reason.NOT_FINISHED)
    LearningLoop.objects.get_or_create(
        change=event,
        **_from(source),
        defaults={"person": by, "closed_on": _closed_on(source), "linked_at": at},
    )


def _from(source: Source) -> dict[str, Source]:
    return {"action" if isinstance(source, Action) else "topic": source}


def _closed_on(source: Source) -> date:
    """What is linked was settled or laid aside: that is asked before."""
    if isinstance(source, Action):
        return timezone.localdate(source.settled_at)
    return timezone.localdate(source.laid_aside_at)


@transaction.atomic
def relate(
    wanted: Collection[Pair],
    offered: Collection[Pair],
    *,
    by: Person,
    at: datetime,
) -> None:
    """Of the pairs that were offered, link those that are wanted, and no others."""
    mine = LearningLoop.objects.filter(person=by)
    linked = {(each.change_id, each.source_id): each.pk for each in mine}
    for event, source in offered:
        known = linked.get((event.pk, source.pk))
        is_wanted = (event, source) in wanted
        if is_wanted and not known:
            link(event, source, by=by, at=at)
        if known and not is_wanted:
            mine.filter(pk=known).delete()


@transaction.atomic
def unlink(loop: LearningLoop, *, by: Person) -> None:
    need(loop.person_id == by.pk, Reason.NOT_YOURS_TO_DO)
    loop.delete()
