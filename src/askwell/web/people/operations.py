"""What changes about people: their details, proofs of address, notices."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import Enum, auto
from uuid import UUID, uuid4

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from askwell.web.people.models import AddressProof, Notice, Person
from askwell.web.people.queries import recent_proofs

MOST_CODES = 5
CODES_WITHIN = timedelta(minutes=15)
# Names and addresses of people who never came are forgotten after a day.
PROOFS_KEPT = timedelta(days=1)


class TooManyCodesError(Exception):
    """An address was sent as many codes as it may be sent for now."""


class Tried(Enum):
    """What came of typing a code."""

    RIGHT = auto()
    WRONG = auto()
    OVER = auto()


def post_notice(
    *,
    kind: Notice.Kind,
    path: str,
    at: datetime,
    person: Person | None = None,
    address: str = "",
    by: Person | None = None,
    set_id: UUID | None = None,
    about_at: datetime | None = None,
) -> Notice:
    """Put a notice on the board; call it in the transaction it speaks of."""
    return Notice.objects.create(
        person=person,
        address=address,
        by=by,
        kind=kind,
        path=path,
        set_id=set_id,
        about_at=about_at,
        created_at=at,
    )


def post_notices(
    people: Iterable[Person],
    *,
    kind: Notice.Kind,
    path: str,
    at: datetime,
    by: Person | None = None,
    set_id: UUID | None = None,
    about_at: datetime | None = None,
) -> list[Notice]:
    """The same notice for several people, but never for whoever caused it."""
    batch = uuid4()
    return Notice.objects.bulk_create(
        Notice(
            person=person,
            by=by,
            kind=kind,
            path=path,
            set_id=set_id,
            batch=batch,
            about_at=about_at,
            created_at=at,
        )
        for person in people
        if person != by
    )


def read_notice(notice: Notice, *, at: datetime) -> None:
    """Note when somebody first went where a notice leads."""
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=at)


def read_all_notices(person: Person, *, at: datetime) -> int:
    return Notice.objects.of(person).unread().update(read_at=at)


def begin_proof(*, email: str, name: str, at: datetime) -> tuple[AddressProof, str]:
    """A proof to be completed with the code, which is kept only as a digest."""
    email = Person.objects.normalize_email(email)
    AddressProof.objects.filter(expires_at__lt=at - PROOFS_KEPT).delete()
    if recent_proofs(email, at=at, within=CODES_WITHIN) >= MOST_CODES:
        raise TooManyCodesError
    code = f"{secrets.randbelow(10**6):06}"
    proof = AddressProof(
        email=email, name=name, created_at=at, expires_at=at + AddressProof.LASTS
    )
    proof.digest = _digest(proof, code)
    proof.save()
    return proof, code


def try_code(proof_id: UUID, code: str, *, at: datetime) -> Tried:
    """Each try is counted before it is judged, so that none is free."""
    alive = AddressProof.objects.filter(
        id=proof_id,
        used_at__isnull=True,
        expires_at__gt=at,
        tries__lt=AddressProof.MOST_TRIES,
    )
    if not alive.update(tries=F("tries") + 1):
        return Tried.OVER
    proof = AddressProof.objects.get(id=proof_id)
    typed = "".join(sign for sign in code if sign.isdecimal())
    if not constant_time_compare(_digest(proof, typed), proof.digest):
        spent = proof.tries >= AddressProof.MOST_TRIES
        return Tried.OVER if spent else Tried.WRONG
    used = AddressProof.objects.filter(id=proof_id, used_at__isnull=True)
    return Tried.RIGHT if used.update(used_at=at) else Tried.OVER


def _digest(proof: AddressProof, code: str) -> str:
    return salted_hmac(
        f"address-proof:{proof.salt}", code, algorithm="sha256"
    ).hexdigest()


@transaction.atomic
def person_at(proof: AddressProof, *, time_zone: str = "") -> Person:
    """Whoever has the proved address: known already, or new and in no organisation.

    Somebody known keeps their own name and clocks; the address counts as verified
    from now.
    """
    person = Person.objects.filter(email=proof.email).first()
    if person is None:
        clocks = {"time_zone": time_zone} if time_zone else {}
        person = Person.objects.create_user(proof.email, name=proof.name, **clocks)
    address, _made = EmailAddress.objects.get_or_create(
        user=person, email=person.email, defaults={"primary": True}
    )
    if not address.verified:
        address.verified = True
        address.save(update_fields=["verified"])
    return person


def change_details(
    person: Person, *, name: str, time_zone: str, wants_hints: bool
) -> None:
    """What a person may say about themselves."""
    person.name = name
    person.time_zone = time_zone
    person.wants_hints = wants_hints
    person.save(update_fields=["name", "time_zone", "wants_hints"])
