"""The addresses in the small print of a mail: choices, and no more mails like it.

The address to unsubscribe at works for a long time and without signing in. It names
nobody: it holds a person's key or an address's digest, signed.
"""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from askwell.web.integrations.operations.choices import DIGEST
from askwell.web.integrations.queries import address_digest
from askwell.web.people.models import Group, Person

SALT = "askwell.unsubscribe"
ADDRESS = "address"


@dataclass(frozen=True)
class Unsubscribing:
    """Who wishes no more of what: a group, the mail of the day, or invitations."""

    group: str
    person_id: UUID | None = None
    address_digest: str = ""


def board() -> str:
    return f"{settings.BASE_URL}{reverse('people:notices')}"


def choices() -> str:
    return f"{settings.BASE_URL}{reverse('integrations:choices')}"


def unsubscribe(person: Person, group: Group) -> str:
    return _signed(group, person.pk.hex)


def unsubscribe_from_digest(person: Person) -> str:
    return _signed(DIGEST, person.pk.hex)


def unsubscribe_address(address: str) -> str:
    return _signed(ADDRESS, address_digest(address))


def read(token: str) -> Unsubscribing | None:
    """What an address in a mail asks for; None if it was not written by us."""
    try:
        group, who = _signer().unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    if group == ADDRESS:
        return Unsubscribing(group, address_digest=who)
    return Unsubscribing(group, person_id=UUID(who))


def _signed(group: str, who: str) -> str:
    token = _signer().sign_object((str(group), who))
    path = reverse("integrations:unsubscribe", kwargs={"token": token})
    return f"{settings.BASE_URL}{path}"


def _signer() -> signing.Signer:
    """Without a time: the address is the same in every mail and works for good."""
    return signing.Signer(salt=SALT)
