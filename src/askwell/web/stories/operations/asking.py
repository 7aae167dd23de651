"""A round of the set: everybody is told once, and anybody may say no in silence."""

from datetime import datetime

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.stories import queries, rules
from askwell.web.stories.models import Offer, Say
from askwell.web.stories.operations.ending import publish, take_down
from askwell.web.stories.operations.holding import held
from askwell.web.stories.refusals import Reason, need

Status = Offer.Status


@transaction.atomic
def offer(offer: Offer, *, read: str, by: Person, at: datetime) -> Offer:
    """Ask set and people named about exactly what was read; every round is a new one.

    `read` is the version that the owner saw in the preview.
    """
    offer = held(offer)
    need(offer.owner_id == by.pk, Reason.NOT_YOURS)
    need(offer.is_editable, Reason.NOT_NOW)
    need(offer.programme.ended_at is None, Reason.PROGRAMME_ENDED)
    need(not offer.is_empty, Reason.NOTHING_WRITTEN)
    need(queries.version_of(offer) == read, Reason.CHANGED)
    need(not queries.unsettled(offer), Reason.NAMES_TO_SETTLE)
    _forget_who_is_not_named(offer)
    offer.named.update(agreed_at=None)
    offer.status, offer.until = Status.ASKED, at + Offer.LASTS
    offer.is_objected_to = False
    offer.save()
    _tell(offer, at=at)
    return offer


def _forget_who_is_not_named(offer: Offer) -> None:
    there = {pk for spot in queries.spots_in(offer) for pk in spot.people}
    offer.named.filter(is_over=False).exclude(person__in=there).delete()


def _tell(offer: Offer, *, at: datetime) -> None:
    members = queries.members_to_ask(offer)
    Say.objects.bulk_create(Say(offer=offer, person=each) for each in members)
    named = offer.named.filter(is_over=False).select_related("person")
    post_notices(
        dict.fromkeys([*members, *(each.person for each in named)]),
        kind=Notice.Kind.OFFERED,
        path=offer.get_absolute_url(),
        by=offer.owner,
        at=at,
        set_id=offer.learning_set_id,
    )


@transaction.atomic
def say_fine(offer: Offer, *, read: str, by: Person, at: datetime) -> Offer:
    """One member need not wait any longer; with all of them nobody does."""
    offer = _in_round(offer, read)
    need(rules.has_a_say(by, offer), Reason.NOT_YOURS)
    offer.says.filter(person=by, fine_at=None).update(fine_at=at)
    return _published_if_all_agree(offer, at=at)


@transaction.atomic
def object_to(offer: Offer, *, read: str, by: Person) -> Offer:
    """One no is enough. Whose it was is not written down, nor when.

    It takes effect when the round is over, so that no instant tells whose it was.
    """
    offer = _in_round(offer, read)
    need(rules.has_a_say(by, offer), Reason.NOT_YOURS)
    offer.is_objected_to = True
    offer.save(update_fields=["is_objected_to"])
    return offer


@transaction.atomic
def agree(offer: Offer, *, agrees: bool, read: str, by: Person, at: datetime) -> Offer:
    """Somebody named says yes to it, or takes a yes back, also once it is published."""
    offer = held(offer)
    need(rules.is_named(by, offer), Reason.NOT_YOURS)
    if agrees:
        need(offer.status == Status.ASKED, Reason.OVER)
        need(queries.version_of(offer) == read, Reason.OVER)
        offer.named.filter(person=by, agreed_at=None).update(agreed_at=at)
        return _published_if_all_agree(offer, at=at)
    offer.named.filter(person=by).update(agreed_at=None)
    if offer.status == Status.PUBLISHED:
        take_down(offer, at=at)
    return offer


def _in_round(offer: Offer, read: str) -> Offer:
    offer = held(offer)
    need(offer.status == Status.ASKED, Reason.OVER)
    need(queries.version_of(offer) == read, Reason.OVER)
    return offer


def _published_if_all_agree(offer: Offer, *, at: datetime) -> Offer:
    agreed = queries.all_are_fine(offer) and not queries.lacking(offer).exists()
    if agreed and not offer.is_objected_to and offer.programme.ended_at is None:
        publish(offer, at=at)
    return offer
