"""The organisations of a programme, as one manager may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from askwell.web.people.models import Person
from askwell.web.programmes.models import Competitors, Office, Partner, Programme
from askwell.web.programmes.offices import managed_partners, manages


@dataclass(frozen=True)
class House:
    """One organisation: how many of its people are listed, and who looks after them."""

    partner: Partner
    people: int
    managers: tuple[Office, ...]
    levels: tuple[str, ...]
    is_home: bool

    @property
    def may_be_taken_out(self) -> bool:
        return not (self.people or self.is_home)


@dataclass(frozen=True)
class Houses:
    """Those a manager sees whole, and the names of the others."""

    own: tuple[House, ...]
    others: tuple[str, ...]
    competitors: tuple[Competitors, ...]
    is_whole: bool


def houses(programme: Programme, person: Person) -> Houses:
    """As many queries for many organisations as for one."""
    is_whole = manages(person, programme)
    seen = list(_seen(programme, person))
    people = dict(_seen(programme, person).values_list("pk", Count("enrolments")))
    managers = _managers(seen)
    others = Partner.objects.filter(programme=programme).exclude(
        pk__in=[each.pk for each in seen]
    )
    return Houses(
        own=tuple(
            House(
                partner=each,
                people=people[each.pk],
                managers=tuple(managers.get(each.pk, ())),
                levels=tuple(filter(None, each.level_names)),
                is_home=each.organisation_id == programme.home_id,
            )
            for each in seen
        ),
        others=tuple(others.values_list("organisation__name", flat=True)),
        competitors=tuple(_competitors(programme)) if is_whole else (),
        is_whole=is_whole,
    )


def _seen(programme: Programme, person: Person) -> QuerySet[Partner]:
    partners = managed_partners(person, programme).select_related("organisation")
    return partners.order_by("organisation__name")


def _managers(partners: Iterable[Partner]) -> dict[UUID, list[Office]]:
    found: dict[UUID, list[Office]] = {}
    offices = (
        Office.objects.open().filter(partner__in=partners).select_related("person")
    )
    for one in offices.order_by("given_at"):
        if one.partner_id:
            found.setdefault(one.partner_id, []).append(one)
    return found


def _competitors(programme: Programme) -> QuerySet[Competitors]:
    pairs = Competitors.objects.filter(programme=programme)
    return pairs.select_related("one__organisation", "other__organisation").order_by(
        "pk"
    )
