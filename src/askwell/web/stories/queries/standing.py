"""How an offer stands: whose yes is lacking, and which words they were asked about."""

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from askwell.web.people.models import Person
from askwell.web.programmes.queries import members_of
from askwell.web.stories.models import Named, Offer
from askwell.web.stories.queries.names import spots_in


def version_of(offer: Offer) -> str:
    """Another one as soon as anything that leaves, or for whom, is different."""
    parts = [offer.kind, offer.audience, str(offer.with_name), str(offer.until)]
    told = "\0".join([*parts, *(getattr(offer, each) or "" for each in offer.WORDS)])
    return salted_hmac(f"offer:{offer.pk}", told, algorithm="sha256").hexdigest()[:32]


def lacking(offer: Offer) -> QuerySet[Named]:
    """People named who have not said yes."""
    return offer.named.filter(agreed_at__isnull=True).select_related("person")


def members_to_ask(offer: Offer) -> list[Person]:
    """Everybody the set consists of now, but for its owner."""
    return [each for each in members_of(offer.learning_set) if each != offer.owner]


def names_to_go(offer: Offer) -> list[Person]:
    """Who was asked about their name, did not say yes, and is still named."""
    if not offer.is_editable:
        return []
    there = {pk for spot in spots_in(offer) for pk in spot.people}
    over = offer.named.filter(is_over=True, person__in=there)
    return [each.person for each in over.select_related("person")]


def all_are_fine(offer: Offer) -> bool:
    """Everybody asked and still there has said so; with nobody to ask nobody has."""
    concerned = offer.says.concerned()
    return concerned.exists() and not concerned.filter(fine_at__isnull=True).exists()
