"""What practising counts for."""

from collections.abc import Iterator

from askwell.facilitation.evidence import Evidence, Item
from askwell.practice.moves import FACILITATOR
from askwell.web.people.models import Person
from askwell.web.practising.models import Run


def evidence(person: Person) -> Iterator[Item]:
    """Each practice meeting that somebody facilitated to its end."""
    facilitated = Run.objects.filter(
        seats__person=person, seats__place=FACILITATOR, ended_at__isnull=False
    )
    for case, ended_at in facilitated.values_list("case", "ended_at"):
        if ended_at:
            yield Item(kind=Evidence.PRACTICE_SLOT, at=ended_at, about=case)
