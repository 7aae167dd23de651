"""Delivers the notice board by mail."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import connection, transaction
from django.db.models import F

from askwell.web.people.letters import Letter, compose
from askwell.web.people.models import Notice
from askwell.web.people.wording import wording_of

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
FIRST_WAIT = timedelta(minutes=1)
BATCH = 50
# A notice that was mailed is of no more use after so long, and is forgotten.
KEPT = timedelta(days=30)


def deliver_due_notices(*, at: datetime) -> int:
    """Mail what is due and say how much was mailed.

    A notice is leased while it is being mailed, so that two workers do not mail it
    twice; a worker that died gives it back when the lease runs out. The letter's
    Message-ID is the notice's own, so that a letter sent twice is shown once.
    """
    if not Notice.objects.due(at=at).exists():
        return 0
    Notice.objects.filter(delivered_at__lt=at - KEPT).delete()
    return sum(_deliver(notice, at=at) for notice in _leased(at=at))


def _leased(*, at: datetime) -> list[Notice]:
    """A batch of notices that this worker alone may mail until the lease ends."""
    with transaction.atomic():
        due = Notice.objects.due(at=at).order_by("created_at")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        ids: list[UUID] = list(due.values_list("id", flat=True)[:BATCH])
        Notice.objects.filter(id__in=ids).update(
            leased_until=at + LEASE, attempts=F("attempts") + 1
        )
    leased = Notice.objects.filter(id__in=ids).select_related("person", "by")
    return list(leased.order_by("created_at"))


def _deliver(notice: Notice, *, at: datetime) -> bool:
    try:
        notice_letter(notice).send()
    except (OSError, SMTPException) as fault:
        # The fault may quote an address; its kind is enough to look into it.
        log.warning("Notice %s was not delivered: %s", notice.id, type(fault).__name__)
        wait = FIRST_WAIT * 2 ** (notice.attempts - 1)
        Notice.objects.filter(id=notice.id).update(leased_until=at + wait)
        return False
    Notice.objects.filter(id=notice.id).update(delivered_at=at, leased_until=None)
    return True


def notice_letter(notice: Notice) -> EmailMultiAlternatives:
    """The letter for one notice; its Message-ID is always the same."""
    wording, host = wording_of(notice), urlsplit(settings.BASE_URL).hostname
    letter = Letter(
        subject=wording.title_for(notice.by),
        name=notice.person.get_short_name() if notice.person else "",
        says=wording.says_for(notice.by),
        button=str(wording.button),
        link=f"{settings.BASE_URL}{notice.path}",
        then=str(wording.then),
        headers={"Message-ID": f"<{notice.id}@{host or 'localhost'}>"},
    )
    return compose(letter, to=notice.person.email if notice.person else notice.address)
