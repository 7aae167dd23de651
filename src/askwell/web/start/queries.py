"""What is known about sets that are being begun."""

from django.db.models import QuerySet

from askwell.web.people.models import Person
from askwell.web.programmes.queries import members_of, written_down
from askwell.web.programmes.rules import readable_sets
from askwell.web.start.models import Beginning


def own_beginnings(person: Person) -> QuerySet[Beginning]:
    """What they may go on with: begun by them, and they are in it still.

    The others come by invitation, and find no such page.
    """
    return Beginning.objects.filter(
        by=person,
        learning_set__in=readable_sets(person),
        learning_set__ended_at__isnull=True,
    ).select_related("learning_set")


def unfinished(person: Person) -> list[Beginning]:
    """The sets somebody began and did not finish, the latest first; one query."""
    return list(
        own_beginnings(person).filter(finished_at__isnull=True).order_by("-begun_at")
    )


def people_planned(beginning: Beginning) -> int:
    """How many the set will be if all come: those in it, and those written down."""
    learning_set = beginning.learning_set
    return len(members_of(learning_set)) + written_down(learning_set).count()
