"""Making and giving up the private address of a programme's dates."""

import secrets
from datetime import datetime

from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.running.models import DatesAddress


def make_address(programme: Programme, person: Person, *, at: datetime) -> DatesAddress:
    """A new address; if there was one, it stops working at once."""
    address, _is_new = DatesAddress.objects.update_or_create(
        programme=programme,
        person=person,
        defaults={"handle": secrets.token_hex(), "made_at": at},
    )
    return address


def give_up_address(programme: Programme, person: Person) -> None:
    """From now on no calendar is answered there."""
    DatesAddress.objects.filter(programme=programme, person=person).delete()
