"""Looking for themes once a quarter; what was found is kept as it is."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from askwell.insight.periods import Quarter
from askwell.insight.themes import Text, themes_in
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
    texts = [
        Text(each.pk, "\n".join(each.texts), each.learning_set_id, each.owner_id)
        for each in offers.values()
    ]
    for found in themes_in(texts, names=list(names)):
        theme = Theme.objects.create(
            frozen=frozen, audience=audience, words=list(found.words)
        )
        theme.offers.set(offers[each] for each in found.texts)
