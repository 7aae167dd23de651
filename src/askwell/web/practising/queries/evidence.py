"""What practising counts for."""

from collections.abc import Iterator

from askwell.facilitation.evidence import Evidence, Item
from askwell.web.people.models import Person
from askwell.web.practising.models import Seat


def evidence(person: Person) -> Iterator[Item]:
    """Each practice meeting that is over, and that they facilitated enough of."""
    led = Seat.objects.filter(person=person, led_at__isnull=False)
    for case, led_at in led.values_list("run__case", "led_at"):
        if led_at:
            yield Item(kind=Evidence.PRACTICE_SLOT, at=led_at, about=case)
