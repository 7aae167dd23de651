"""Making, renewing and giving up the private address of a calendar."""

import secrets
from datetime import datetime

from askwell.web.calendar.models import Subscription
from askwell.web.people.models import Person


def make_address(person: Person, *, at: datetime) -> Subscription:
    """A new address; if there was one, it stops working at once."""
    subscription, _is_new = Subscription.objects.update_or_create(
        person=person, defaults={"handle": secrets.token_hex(), "made_at": at}
    )
    return subscription


def give_up_address(person: Person) -> None:
    """From now on no calendar is answered for this person."""
    Subscription.objects.filter(person=person).delete()
