"""Wishes to swap turns to facilitate: what one is asked, and whom one could ask."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from askwell.web.handing.models import Duty, Exchange
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets


def named_ahead(learning_set: LearningSet, *, at: datetime) -> QuerySet[Duty]:
    """Turns that stand at meetings to come, the next first."""
    return (
        Duty.objects.filter(
            meeting__learning_set=learning_set,
            meeting__opened_at__isnull=True,
            meeting__cancelled_at__isnull=True,
            meeting__starts_at__gt=at,
            state=Duty.State.NAMED,
        )
        .select_related("person", "meeting")
        .order_by("meeting__starts_at", "number")
    )


def to_ask(duties: Iterable[Duty], person: Person) -> tuple[list[Duty], list[Duty]]:
    """One’s own turns, and those of others one could ask to swap."""
    duties = list(duties)
    own = [each for each in duties if each.person_id == person.pk]
    return own, [each for each in duties if each.person_id != person.pk] if own else []


def asked_of(person: Person, learning_set: LearningSet) -> list[Exchange]:
    """What others would swap with this person."""
    found = Exchange.objects.filter(
        theirs__person=person, mine__meeting__learning_set=learning_set
    )
    return list(
        found.select_related(
            "mine__person", "mine__meeting", "theirs__meeting"
        ).order_by("asked_at")
    )


def own_exchanges(person: Person) -> QuerySet[Exchange]:
    """An answer is for whoever was asked, while they are of the set."""
    return Exchange.objects.select_related(
        "mine__person", "mine__meeting__learning_set", "theirs__meeting"
    ).filter(
        theirs__person=person, theirs__meeting__learning_set__in=readable_sets(person)
    )
