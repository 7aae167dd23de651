"""What comes of a round: published, or not this time; and taken back, or deleted."""

from datetime import datetime

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import LedgerLine
from askwell.web.programmes.operations import enter
from askwell.web.stories import queries
from askwell.web.stories.models import Offer
from askwell.web.stories.operations.holding import held
from askwell.web.stories.operations.theming import leave_themes
from askwell.web.stories.refusals import NotToldError, Reason, need
from askwell.web.vault import operations as vault

Status = Offer.Status


@transaction.atomic
def finish(offer: Offer, *, at: datetime) -> bool:
    """End a round whose time is up; whether that was done now."""
    try:
        offer = held(offer)
    except NotToldError:
        return False
    if offer.status != Status.ASKED or offer.until is None or at < offer.until:
        return False
    if offer.programme.ended_at is not None:
        _back(offer, Status.DRAFT, at=at)
    elif offer.is_objected_to:
        _back(offer, Status.DECLINED, at=at)
    elif queries.lacking(offer).exists():
        _back(offer, Status.NAMES, at=at)
    else:
        publish(offer, at=at)
    return True


def publish(offer: Offer, *, at: datetime) -> None:
    """From now on its audience reads it, exactly as the set did."""
    _end_round(offer, Status.PUBLISHED)
    offer.published_at = at
    offer.save()
    kind = LedgerLine.Kind.STORY
    enter(offer.learning_set, kind, by=offer.owner, at=at, detail="published")
    _tell_owner(offer, at=at)


def take_down(offer: Offer, *, at: datetime) -> None:
    """Somebody named no longer consents: nobody reads it until it is reworded."""
    _note_withdrawal(offer, at=at)
    _back(offer, Status.NAMES, at=at)


def _back(offer: Offer, status: Offer.Status, *, at: datetime) -> None:
    """To its owner, who hears of it; who did not say yes to their name is named."""
    if status == Status.NAMES:
        queries.lacking(offer).update(is_over=True)
    _end_round(offer, status)
    offer.save()
    _tell_owner(offer, at=at)


def _end_round(offer: Offer, status: Offer.Status) -> None:
    """The voices are forgotten: nobody can be found by the one that is missing.

    What leads nowhere any more is taken off everybody's board.
    """
    offer.says.all().delete()
    if status != Status.PUBLISHED:
        asked = Notice.objects.filter(kind=Notice.Kind.OFFERED)
        asked.filter(path=offer.get_absolute_url()).delete()
    offer.status, offer.until, offer.is_objected_to = status, None, False
    offer.published_at = None


def _tell_owner(offer: Offer, *, at: datetime) -> None:
    post_notice(
        kind=Notice.Kind.STORY,
        path=offer.get_absolute_url(),
        person=offer.owner,
        at=at,
        set_id=offer.learning_set_id,
    )


@transaction.atomic
def take_back(offer: Offer, *, by: Person, at: datetime) -> Offer:
    """Its owner's alone again, at once; from the set's say or from all who read it."""
    offer = held(offer)
    need(offer.owner_id == by.pk, Reason.NOT_YOURS)
    need(offer.status in (Status.ASKED, Status.PUBLISHED), Reason.OVER)
    was_told = offer.status == Status.PUBLISHED
    if was_told:
        _note_withdrawal(offer, at=at)
    _end_round(offer, Status.WITHDRAWN if was_told else Status.DRAFT)
    offer.save()
    return offer


def _note_withdrawal(offer: Offer, *, at: datetime) -> None:
    leave_themes(offer)
    kind = LedgerLine.Kind.STORY
    enter(offer.learning_set, kind, by=offer.owner, at=at, detail="withdrawn")


def delete(offer: Offer, *, by: Person, at: datetime) -> None:
    """For good: the words go, and then the key they were sealed with.

    In two steps, so that nothing is left half done: the next worker does the second
    if this one is cut off.
    """
    forget(_deleted(offer, by=by, at=at), at=at)


@transaction.atomic
def _deleted(offer: Offer, *, by: Person, at: datetime) -> Offer:
    offer = held(offer)
    need(offer.owner_id == by.pk, Reason.NOT_YOURS)
    if offer.status == Status.PUBLISHED:
        _note_withdrawal(offer, at=at)
    _end_round(offer, Status.GONE)
    offer.named.all().delete()
    for name in (*Offer.WORDS, "cleared"):
        setattr(offer, name, None)
    offer.save()
    return offer


def forget(offer: Offer, *, at: datetime) -> bool:
    """Destroy the key of a deleted offer, and what is left of it."""
    if offer.status != Status.GONE:
        return False
    vault.shred_author(offer.owner_id, offer.pk, at=at)
    return bool(Offer.objects.filter(pk=offer.pk).delete()[0])
