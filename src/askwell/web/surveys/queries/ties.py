"""Whom people could pick, and whom somebody picked themselves then and now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.surveys.models import Round, Ties
from askwell.web.surveys.picks import read

# So many are offered at a time beside those picked; more are found by searching.
MOST = 240


@dataclass(frozen=True)
class Place:
    """The people of one organisation and area who may be picked."""

    organisation: str
    area: str
    people: tuple[Enrolment, ...]


@dataclass(frozen=True)
class Offered:
    """Whom the page offers; `is_more` where a search would find still others."""

    places: tuple[Place, ...]
    is_more: bool


def offered(
    round_: Round, person: Person, *, search: str, picked: Iterable[UUID] = ()
) -> Offered:
    """Those picked and those that fit the search, by organisation and area."""
    others = pickable(round_, person)
    kept = list(others.filter(pk__in=list(picked)))
    fitting = others.exclude(pk__in=[each.pk for each in kept])
    for word in search.split():
        fitting = fitting.filter(
            Q(name__icontains=word)
            | Q(area__icontains=word)
            | Q(partner__organisation__name__icontains=word)
        )
    found = list(fitting[: MOST + 1])
    return Offered(_in_places([*kept, *found[:MOST]]), is_more=len(found) > MOST)


def pickable(round_: Round, person: Person) -> QuerySet[Enrolment]:
    """Everybody who takes part in the programme but the person themselves."""
    joined = Enrolment.objects.joined().filter(
        programme=round_.programme_id, person__isnull=False
    )
    return (
        joined.exclude(person=person)
        .select_related("partner__organisation")
        .order_by("partner__organisation__name", "area", "name", "pk")
    )


def _in_places(people: list[Enrolment]) -> tuple[Place, ...]:
    places: dict[tuple[str, str], list[Enrolment]] = {}
    for one in people:
        where = one.partner.organisation.name, one.area
        places.setdefault(where, []).append(one)
    return tuple(Place(*where, tuple(places[where])) for where in sorted(places))


def own_picks(round_: Round, person: Person) -> frozenset[UUID]:
    kept = Ties.objects.filter(round=round_, person=person).first()
    return read(kept.picks) if kept else frozenset()


@dataclass(frozen=True)
class Named:
    """One round of one's own ties in words: who, and whether they are new."""

    round: Round
    people: tuple[tuple[Enrolment, bool], ...]

    @property
    def new(self) -> int:
        return sum(is_new for _one, is_new in self.people)


@dataclass(frozen=True)
class Course:
    """One's own ties in one programme, the oldest round first."""

    programme: str
    rounds: tuple[Named, ...]


def own_ties(person: Person) -> list[Course]:
    """For the person alone: whom they named, then and now; two queries."""
    kept = list(
        Ties.objects.filter(person=person)
        .select_related("round__programme")
        .order_by("round__programme__name", "round__closes_at")
    )
    known = _enrolled(frozenset().union(*(read(each.picks) for each in kept)))
    return [
        Course(programme.name, tuple(_named(list(theirs), known)))
        for programme, theirs in groupby(kept, key=lambda one: one.round.programme)
    ]


def _enrolled(wanted: frozenset[UUID]) -> dict[UUID, Enrolment]:
    found = Enrolment.objects.filter(pk__in=wanted)
    return {each.pk: each for each in found.select_related("partner__organisation")}


def _named(kept: list[Ties], known: dict[UUID, Enrolment]) -> Iterator[Named]:
    """In the first round nobody is new: there is nothing to set them against."""
    before: frozenset[UUID] | None = None
    for each in kept:
        picked = read(each.picks)
        people = sorted(
            (known[one] for one in picked if one in known), key=lambda one: one.name
        )
        yield Named(
            each.round,
            tuple((one, before is not None and one.pk not in before) for one in people),
        )
        before = picked
