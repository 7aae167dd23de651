"""What in an offer's words may point at somebody, and what its owner said of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Organisation, Person
from askwell.web.programmes.models import SetMembership
from askwell.web.stories.models import Offer
from askwell.web.stories.spotting import Known, Sort, Spot, spotted

OUT, STANDS, ASK = "out", "stands", "ask"
# What stands in its place once something was taken out.
TAKEN_OUT_OF = {
    Sort.PERSON: _("somebody"),
    Sort.OWNER: _("somebody"),
    Sort.ORGANISATION: _("an organisation"),
    Sort.SET: _("our set"),
    Sort.ADDRESS: _("(left out)"),
    Sort.NUMBER: _("(left out)"),
}


@dataclass(frozen=True)
class Choice:
    """Something found, whom one could ask about it, and what was said of it so far."""

    spot: Spot
    askable: tuple[Person, ...]
    refused: tuple[Person, ...]
    said: str
    """OUT is done at once, so never here; "" while nothing was said."""


def choices_of(offer: Offer) -> list[Choice]:
    """One for each thing that was found in the words as they are now."""
    spots = spots_in(offer)
    people = {each.pk: each for each in _people_in(spots)}
    named = {each.person_id: each for each in offer.named.all()}
    over = {pk for pk, each in named.items() if each.is_over}
    cleared = cleared_in(offer)
    return [
        Choice(
            spot=spot,
            askable=tuple(people[pk] for pk in spot.people if pk not in over),
            refused=tuple(people[pk] for pk in spot.people if pk in over),
            said=_said(spot, cleared, asked=set(named) - over),
        )
        for spot in spots
    ]


def unsettled(offer: Offer) -> list[Spot]:
    """What its owner has yet to say something of."""
    return [each.spot for each in choices_of(offer) if not each.said]


def named_in(offer: Offer) -> list[Person]:
    """Whose consent is asked for together with the set's say."""
    return [
        person
        for choice in choices_of(offer)
        for person in choice.askable
        if choice.said == f"{ASK}:{person.pk}"
    ]


def cleared_in(offer: Offer) -> set[str]:
    """What may stand, as its owner said."""
    try:
        return set(json.loads(offer.cleared or "[]"))
    except ValueError:
        return set()


def _said(spot: Spot, cleared: set[str], *, asked: set[UUID]) -> str:
    if spot.key in cleared:
        return STANDS
    return next((f"{ASK}:{pk}" for pk in spot.people if pk in asked), "")


def spots_in(offer: Offer) -> list[Spot]:
    return spotted(offer.texts, list(_known(offer)))


def _known(offer: Offer) -> Iterator[Known]:
    """Everybody who was ever in the set, the organisations, and the set itself."""
    for person in _mates(offer):
        is_owner = person.pk == offer.owner_id
        if is_owner and not offer.with_name:
            yield Known(Sort.OWNER, person.name)
        elif not is_owner:
            yield Known(Sort.PERSON, person.name, person.pk)
    for organisation in _organisations(offer):
        yield Known(Sort.ORGANISATION, organisation.name)
    yield Known(Sort.SET, offer.learning_set.name)


def _mates(offer: Offer) -> list[Person]:
    been = SetMembership.objects.filter(
        learning_set=offer.learning_set_id, joined_at__isnull=False
    )
    return list(Person.objects.filter(pk__in=been.values("person")).order_by("name"))


def _organisations(offer: Offer) -> list[Organisation]:
    partners = offer.programme.partners.values("organisation")
    homes = [offer.programme.home_id, offer.learning_set.home_id]
    here = Organisation.objects.filter(pk__in=partners)
    return list(here | Organisation.objects.filter(pk__in=[pk for pk in homes if pk]))


def _people_in(spots: list[Spot]) -> list[Person]:
    wanted = {pk for spot in spots for pk in spot.people}
    return list(Person.objects.filter(pk__in=wanted)) if wanted else []
