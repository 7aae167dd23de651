"""Looking for themes once a quarter; what was found is kept as it is."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from askwell.insight.periods import Quarter
from askwell.insight.themes import Text, still_shared, themes_in
from askwell.web.programmes.models import Programme
from askwell.web.stories.models import Frozen, Offer, OfferQuerySet, Theme
from askwell.web.stories.queries import themes as asking

Audience = Offer.Audience


@transaction.atomic
def freeze(programme: Programme, quarter: Quarter, *, at: datetime) -> bool:
    """Whether it was done now. Never anew: only texts published by then count."""
    frozen, is_new = Frozen.objects.get_or_create(
        programme=programme,
        year=quarter.year,
        number=quarter.number,
        defaults={"frozen_at": at},
    )
    if is_new:
        names = asking.names_in(programme)
        for audience in Audience:
            told = asking.told_by(programme, quarter, audience)
            _keep(frozen, audience, told, names)
    return is_new


def _keep(
    frozen: Frozen, audience: Audience, told: OfferQuerySet, names: Iterable[str]
) -> None:
    offers = {each.pk: each for each in told}
    texts = [_text(each) for each in offers.values()]
    for found in themes_in(texts, names=list(names)):
        theme = Theme.objects.create(
            frozen=frozen, audience=audience, words=list(found.words)
        )
        theme.offers.set(offers[each] for each in found.texts)


def leave_themes(offer: Offer) -> None:
    """A text that is told no more takes along the words that were mostly its own."""
    for theme in offer.themes.all():
        theme.offers.remove(offer)
        left = [_text(each) for each in theme.offers.published()]
        theme.words = list(still_shared(theme.words, left))
        if theme.words:
            theme.save(update_fields=["words"])
        else:
            theme.delete()


def _text(offer: Offer) -> Text:
    words = "\n".join(offer.texts)
    return Text(offer.pk, words, offer.learning_set_id, offer.owner_id)
