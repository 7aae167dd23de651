"""Carries the notice board out of the house."""

import logging
import time
from datetime import datetime, timedelta

from askwell.web.integrations.carrying import NotCarried
from askwell.web.integrations.models import Delivery
from askwell.web.integrations.operations import digests, handing_on, outbox
from askwell.web.integrations.services import carrier_of

log = logging.getLogger(__name__)

# So much in one run; what is left is taken up by the next, or by another worker.
MOST = 200


def deliver_due_notices(*, at: datetime) -> int:
    """Hand on what is new, send what is due, and say how much was sent."""
    handing_on.hand_on(at=at)
    clock, sent = Clock(at), 0
    for _ in range(MOST):
        delivery = outbox.claim_next(at=clock.now())
        if delivery is None:
            break
        sent += carry(delivery, clock=clock)
    return sent


def make_digests(*, at: datetime) -> int:
    """Make the mails of the day whose hour has come."""
    return digests.make_digests(at=at)


def clear_up(*, at: datetime) -> int:
    """End what was interrupted, and forget what is old."""
    return outbox.give_up_unsure(at=at) + handing_on.forget_old(at=at)


class Clock:
    """Goes on from the instant a task was given, so that leases are as long as said."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._began = time.monotonic()

    def now(self) -> datetime:
        return self._at + timedelta(seconds=time.monotonic() - self._began)


def carry(delivery: Delivery, *, clock: Clock) -> bool:
    """Send one claimed delivery and say what came of it."""
    if not outbox.still_holds(delivery, at=clock.now()):
        return False
    try:
        wanted = _send(delivery, at=clock.now())
    except NotCarried as problem:
        outbox.failed(
            delivery, fault=problem.fault, again=problem.again, at=clock.now()
        )
        return False
    except Exception as problem:
        # One delivery that cannot be written must not hold up all the others.
        log.exception("Delivery %s could not be made.", delivery.pk)
        fault = type(problem).__name__
        outbox.failed(delivery, fault=fault, again=True, at=clock.now())
        return False
    end = outbox.delivered if wanted else outbox.not_wanted
    return end(delivery, at=clock.now()) and wanted


def _send(delivery: Delivery, *, at: datetime) -> bool:
    service = carrier_of(delivery)
    return service is not None and service.carry(delivery, at=at)
