"""The outbox: who may send a delivery just now, and what came of it.

A worker claims one delivery at a time for as long as the lease runs, under a token of
its own. Once the lease has run out another may claim it; from then on the first can
neither send it nor say what came of it. A mail may still leave twice, when a worker
stops between sending and saying so: its Message-ID is the same each time, and a
mailbox shows it once. A chat knows no such thing, so what was perhaps sent there is
not sent again.
"""

import logging
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import QuerySet

from askwell.web.integrations.models import Delivery, Webhook
from askwell.web.people.models import Notice, Person

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)

State = Delivery.State


def put_in(
    *,
    channel: Delivery.Channel,
    key: str,
    at: datetime,
    notice: Notice | None = None,
    person: Person | None = None,
    webhook: Webhook | None = None,
) -> bool:
    """Have something delivered, once for its channel and key; False if it was there."""
    delivery = Delivery(
        channel=channel,
        key=key,
        due_at=at,
        notice=notice,
        person=person,
        webhook=webhook,
    )
    Delivery.objects.bulk_create([delivery], ignore_conflicts=True)
    return Delivery.objects.filter(pk=delivery.pk).exists()


def claim_next(*, at: datetime) -> Delivery | None:
    """The next due delivery, in this worker's hands alone until the lease ends."""
    if not Delivery.objects.due(at=at).exists():
        return None
    token = uuid4()
    with transaction.atomic():
        due = _unlocked(Delivery.objects.due(at=at).order_by("due_at"))
        first = due.values_list("pk", flat=True).first()
        if first is None:
            return None
        Delivery.objects.filter(pk=first).update(
            state=State.CLAIMED, claim=token, leased_until=at + LEASE
        )
    claimed = Delivery.objects.select_related(
        "person", "notice__person", "notice__by", "webhook"
    )
    return claimed.filter(pk=first, claim=token).first()


def _unlocked(due: QuerySet[Delivery]) -> QuerySet[Delivery]:
    """SQLite lets one writer in at a time; PostgreSQL passes by what another holds."""
    if connection.features.has_select_for_update_skip_locked:
        return due.select_for_update(skip_locked=True)
    return due


def still_holds(delivery: Delivery, *, at: datetime) -> bool:
    """Whether whoever claimed it may still send it."""
    return _held(delivery).filter(leased_until__gt=at).exists()


def delivered(delivery: Delivery, *, at: datetime) -> bool:
    return _ended(delivery, State.DELIVERED, at=at)


def not_wanted(delivery: Delivery, *, at: datetime) -> bool:
    """What it was about has been read meanwhile, or nobody wishes to hear of it."""
    return _ended(delivery, State.NOT_WANTED, at=at)


def failed(delivery: Delivery, *, fault: str, again: bool, at: datetime) -> bool:
    """Try again after a wait that grows, or give it up where everybody may see it."""
    attempts = delivery.attempts + 1
    if not again or attempts >= Delivery.MOST_ATTEMPTS:
        log.warning("Delivery %s was given up: %s", delivery.pk, fault)
        return _ended(
            delivery, State.GIVEN_UP, at=at, fault=fault[:80], attempts=attempts
        )
    wait = min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)
    changed = _held(delivery).update(
        state=State.WAITING,
        claim=None,
        leased_until=None,
        due_at=at + wait,
        attempts=attempts,
        fault=fault[:80],
    )
    return bool(changed)


def give_up_unsure(*, at: datetime) -> int:
    """End what a worker may have sent to a chat before it died."""
    return Delivery.objects.unsure(at=at).update(
        state=State.GIVEN_UP, claim=None, ended_at=at, fault="Interrupted"
    )


def _ended(delivery: Delivery, state: State, *, at: datetime, **more: object) -> bool:
    changed = _held(delivery).update(
        state=state, claim=None, leased_until=None, ended_at=at, **more
    )
    return bool(changed)


def _held(delivery: Delivery) -> QuerySet[Delivery]:
    return Delivery.objects.filter(
        pk=delivery.pk, state=State.CLAIMED, claim=delivery.claim
    )
