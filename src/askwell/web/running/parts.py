"""What somebody is to a programme, read from the offices they hold."""

from enum import Enum, auto

from django.db.models import QuerySet

from askwell.web.people.models import Person
from askwell.web.programmes.models import Office, Partner, Programme

MANAGER = Office.Kind.MANAGER


class Part(Enum):
    """The most that somebody does for a programme."""

    WHOLE = auto()
    """Looks after all of it."""
    PARTNER = auto()
    """Looks after the people of one or several organisations in it."""
    SPONSOR = auto()
    """Backs it, and is given its figures."""


def part_of(offices: list[Office]) -> Part | None:
    """The most among the offices that one person holds in one programme."""
    if any(each.kind == MANAGER and each.partner_id is None for each in offices):
        return Part.WHOLE
    if any(each.kind == MANAGER for each in offices):
        return Part.PARTNER
    return Part.SPONSOR if offices else None


def own_partners(person: Person, programme: Programme) -> QuerySet[Partner]:
    """Whose people this person answers for, and for nobody else's."""
    held = Office.objects.of(person).filter(programme=programme, kind=MANAGER)
    return Partner.objects.filter(pk__in=held.values("partner"))
