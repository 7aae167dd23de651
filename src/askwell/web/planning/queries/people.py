"""Who counts at the meetings of a set: who comes, who presents, who is told."""

from askwell.process.formats import format_named
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership


def memberships_in(learning_set: LearningSet) -> list[SetMembership]:
    """Everybody who is in the set's meetings, guests among them, by name."""
    here = SetMembership.objects.current().filter(learning_set=learning_set)
    return list(here.select_related("person").order_by("person__name"))


def presenters_of(learning_set: LearningSet) -> list[Person]:
    """Members whose turn comes round; whoever keeps the facilitator's role has none."""
    shape = format_named(learning_set.format)
    kept = shape.has_facilitator and not shape.rotates_facilitator
    members = SetMembership.objects.members().filter(learning_set=learning_set)
    return [
        one.person
        for one in members.select_related("person").order_by("person__name")
        if not (kept and one.is_facilitator)
    ]


def leading(learning_set: LearningSet) -> list[Person]:
    """Facilitator and host; without either, everyone who is of the set."""
    readers = SetMembership.objects.readers().filter(learning_set=learning_set)
    everyone = list(readers.select_related("person"))
    leaders = [one for one in everyone if one.is_facilitator or one.is_host]
    return [one.person for one in leaders or everyone]
