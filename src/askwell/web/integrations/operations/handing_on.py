"""Hands new notices on: decides, once for each, by which channels it goes out."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction

from askwell.web.integrations import queries
from askwell.web.integrations.chat import say_in_chat
from askwell.web.integrations.models import Delivery, Gathered, Way
from askwell.web.integrations.operations import outbox
from askwell.web.people.models import Notice
from askwell.web.people.wording import group_of

BATCH = 50
# What was handed on stays on the board for so long.
KEPT = timedelta(days=90)


def hand_on(*, at: datetime) -> int:
    """Hand on all new notices; safe in several workers at once."""
    handed_on = 0
    while Notice.objects.waiting().exists():
        some = _hand_on_some(at=at)
        if not some:
            break
        handed_on += some
    return handed_on


@transaction.atomic
def _hand_on_some(*, at: datetime) -> int:
    new = Notice.objects.waiting().order_by("created_at").select_related("person")
    if connection.features.has_select_for_update_skip_locked:
        new = new.select_for_update(skip_locked=True, of=("self",))
    notices = list(new[:BATCH])
    _to_mail(notices, at=at)
    _to_chats(notices, at=at)
    ids = [notice.pk for notice in notices]
    Notice.objects.filter(pk__in=ids).update(handed_on_at=at)
    return len(notices)


def _to_mail(notices: list[Notice], *, at: datetime) -> None:
    readers = queries.readers(notices)
    for notice in notices:
        reader = readers[notice.pk]
        match reader.way_of(group_of(notice.kind)):
            case Way.AT_ONCE:
                outbox.put_in(
                    channel=Delivery.Channel.MAIL,
                    key=str(notice.pk),
                    notice=notice,
                    person=reader.person,
                    at=at,
                )
            case Way.DIGEST if reader.person:
                Gathered.objects.get_or_create(
                    notice=notice, defaults={"person": reader.person, "at": at}
                )


def _to_chats(notices: Iterable[Notice], *, at: datetime) -> None:
    """What concerns a whole set is said once in each of its chats.

    Whoever was only invited is told alone, at their address.
    """
    public = [
        one for one in notices if one.set_id and one.person_id and say_in_chat(one.kind)
    ]
    doors = queries.webhooks_by_set(one.set_id for one in public)
    for notice in public:
        for webhook in doors[notice.set_id]:
            outbox.put_in(
                channel=Delivery.Channel.CHAT,
                key=f"{webhook.pk}:{queries.told_together(notice)}",
                notice=notice,
                webhook=webhook,
                at=at,
            )


def forget_old(*, at: datetime) -> int:
    """Clear the board of what was handed on long ago, and what carried it."""
    Delivery.objects.filter(notice__isnull=True, ended_at__lt=at - KEPT).delete()
    old = Notice.objects.filter(handed_on_at__lt=at - KEPT, created_at__lt=at - KEPT)
    forgotten, _ = old.delete()
    return forgotten
