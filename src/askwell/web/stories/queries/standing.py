"""How an offer stands: whose yes is lacking, and which words they were asked about."""

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from askwell.web.people.models import Person
from askwell.web.stories import rules
from askwell.web.stories.models import Named, Offer, OfferQuerySet


def version_of(offer: Offer) -> str:
    """Another one as soon as anything that leaves, or for whom, is different."""
    parts = [offer.kind, offer.audience, str(offer.with_name), str(offer.until)]
    told = "\0".join([*parts, *(getattr(offer, each) or "" for each in offer.WORDS)])
    return salted_hmac(f"offer:{offer.pk}", told, algorithm="sha256").hexdigest()[:32]


def lacking(offer: Offer) -> QuerySet[Named]:
    """People named who have not said yes."""
    return offer.named.filter(agreed_at__isnull=True).select_related("person")


def all_are_fine(offer: Offer) -> bool:
    """Everybody asked and still there has said so; with nobody to ask nobody has."""
    concerned = offer.says.concerned()
    return concerned.exists() and not concerned.filter(fine_at__isnull=True).exists()


def waiting_for(person: Person) -> OfferQuerySet:
    """Those on which a person has a say now."""
    return rules.offers_asked_about(person).order_by("until", "pk")
