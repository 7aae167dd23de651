"""Rounds: whom they ask, with which instruments, and how far they have come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count as Number
from django.db.models import Q, QuerySet

from askwell.insight.instruments import INSTRUMENTS, Instrument
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme, SetMembership
from askwell.web.surveys.models import Asked, Licence, Round

# Fewer than these are not told apart by how many have answered; more, in fives.
FEWEST, FIVES = 10, 5
MOST_ITEMS = 21


def rounds_of(programme: Programme) -> QuerySet[Round]:
    """The newest first."""
    return Round.objects.filter(programme=programme)


def unclosed(programme: Programme, *, at: datetime) -> QuerySet[Round]:
    """The round that is planned or open, if there is one."""
    return rounds_of(programme).filter(closes_at__gt=at)


def licences_of(programme: Programme) -> dict[str, Licence]:
    """Those not withdrawn, by slot."""
    held = Licence.objects.filter(programme=programme, withdrawn_at=None)
    return {each.slot: each for each in held.select_related("confirmed_by")}


def instruments_for(programme: Programme) -> dict[str, Instrument]:
    """What may be asked in a programme: our own, and what it has licences for."""
    licensed = [one for one in licences_of(programme).values() if one.is_usable]
    return {each.key: each for each in INSTRUMENTS} | {
        each.slot: each.instrument for each in licensed
    }


def instruments_of(round_: Round) -> list[Instrument]:
    """What a round asks; nothing of a licence that was withdrawn or hidden since."""
    known = instruments_for(round_.programme)
    return [known[key] for key in round_.instruments if key in known]


def to_ask(programme: Programme) -> dict[UUID, UUID]:
    """By person, the set they are asked about: members who have joined the programme.

    Whoever is in several of its sets is asked about the one they joined first.
    """
    joined = Enrolment.objects.joined().filter(programme=programme)
    places = (
        SetMembership.objects.members()
        .filter(
            learning_set__cohort__programme=programme,
            learning_set__ended_at=None,
            person__is_active=True,
            person__in=joined.values("person"),
        )
        .order_by("-joined_at", "pk")
    )
    return dict(places.values_list("person", "learning_set"))


def asked_of(person: Person) -> QuerySet[Round]:
    """The rounds that ask somebody, or have asked them."""
    return Round.objects.filter(
        asked__person=person, programme__ended_at=None
    ).select_related("programme")


def waiting_for(person: Person, *, at: datetime) -> QuerySet[Round]:
    """The open rounds that somebody has not answered; the first to close first."""
    waiting = Asked.objects.filter(person=person, has_answered=False)
    open_rounds = Round.objects.open(at=at).filter(programme__ended_at=None)
    asking = open_rounds.filter(pk__in=waiting.values("round"))
    return asking.select_related("programme").order_by("closes_at", "pk")


def place_in(round_: Round, person: Person) -> Asked | None:
    return Asked.objects.filter(round=round_, person=person).first()


@dataclass(frozen=True)
class Progress:
    """How many a round asks; `answered` counts in fives, None while it is too few."""

    asked: int
    answered: int | None


def progress_of(rounds: Iterable[Round]) -> dict[UUID, Progress]:
    """One query for all."""
    counted = (
        Asked.objects.filter(round__in=list(rounds))
        .order_by()
        .values("round")
        .annotate(all=Number("person"), done=Number("person", Q(has_answered=True)))
    )
    return {
        row["round"]: Progress(row["all"], _in_fives(row["done"])) for row in counted
    }


def _in_fives(number: int) -> int | None:
    return number // FIVES * FIVES if number >= FEWEST else None
