"""Themes of a programme as they were frozen, and what they are looked for in."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q

from askwell.insight.periods import Quarter
from askwell.insight.themes import FEWEST_PEOPLE, FEWEST_SETS
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Organisation
from askwell.web.programmes.models import LearningSet, Programme, SetMembership
from askwell.web.stories.models import Frozen, Offer, OfferQuerySet, Theme

Audience = Offer.Audience


@dataclass(frozen=True)
class ThemeOf:
    """One theme: the words that tell it, and how many published texts tell of it."""

    id: UUID
    words: tuple[str, ...]
    texts: int


def themes_of(
    programme: Programme, *, audience: Offer.Audience = Audience.STAFF
) -> list[ThemeOf]:
    """Those of the newest quarter that still have texts of two sets; two queries.

    What was taken back since counts no longer, nor what was published anew.
    """
    frozen = Frozen.objects.filter(programme=programme).first()
    if frozen is None:
        return []
    return themes_standing(frozen, audience)


def themes_standing(frozen: Frozen, audience: Offer.Audience) -> list[ThemeOf]:
    """Those of one quarter that still stand, those with most texts first."""
    there = Q(
        offers__status=Offer.Status.PUBLISHED,
        offers__published_at__lt=F("frozen__frozen_at"),
    )
    if audience == Audience.EVERYBODY:
        there &= Q(offers__audience=Audience.EVERYBODY)
    found = Theme.objects.filter(frozen=frozen, audience=audience).annotate(
        texts=Count("offers", filter=there, distinct=True),
        sets=Count("offers__learning_set", filter=there, distinct=True),
        people=Count("offers__owner", filter=there, distinct=True),
    )
    enough = found.filter(sets__gte=FEWEST_SETS, people__gte=FEWEST_PEOPLE)
    standing = (
        ThemeOf(pk, tuple(words), texts)
        for pk, words, texts in enough.values_list("pk", "words", "texts")
    )
    return sorted(standing, key=lambda each: (-each.texts, each.words))


def told_of(theme: ThemeOf, told: OfferQuerySet) -> OfferQuerySet:
    """Those of the published texts that tell of a theme."""
    published = Q(published_at__lt=F("themes__frozen__frozen_at"))
    return told.filter(published, themes=theme.id)


def told_by(
    programme: Programme, quarter: Quarter, audience: Offer.Audience
) -> OfferQuerySet:
    """What that audience could read at the end of the quarter, the oldest first."""
    told = Offer.objects.published().filter(
        programme=programme, published_at__lt=quarter.until
    )
    if audience == Audience.EVERYBODY:
        told = told.filter(audience=Audience.EVERYBODY)
    return told.order_by("published_at", "pk")


def names_in(programme: Programme) -> set[str]:
    """Names of people, organisations and sets: none of them is ever a theme's."""
    sets = LearningSet.objects.filter(cohort__programme=programme)
    members = SetMembership.objects.filter(learning_set__in=sets)
    organisations = Organisation.objects.filter(
        Q(pk__in=programme.partners.values("organisation")) | Q(pk=programme.home_id)
    )
    return {
        *sets.values_list("name", flat=True),
        *members.values_list("person__name", flat=True),
        *Enrolment.objects.filter(programme=programme).values_list("name", flat=True),
        *organisations.values_list("name", flat=True),
    }
