"""Everything on the page on which a programme's cost is worked out."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from askwell.insight.valuing import (
    Coaching,
    Cost,
    Needed,
    Spent,
    coaching_for,
    cost_of,
    needed_for,
)
from askwell.web.programmes.models import Programme, SetMembership
from askwell.web.valuing.models import Costing
from askwell.web.valuing.queries.time import time_so_far


@dataclass(frozen=True)
class ValuePage:
    """What the programme cost so far, beside coaching for the same people."""

    costing: Costing | None
    spent: Spent
    people: int
    """In sets now."""
    cost: Cost | None
    coaching: Coaching | None
    needed: Needed

    @property
    def is_complete(self) -> bool:
        return self.costing is not None and self.costing.rates.are_complete

    @property
    def per_meeting(self) -> float | None:
        return self.cost.for_each(self.spent.meetings) if self.cost else None

    @property
    def per_person(self) -> float | None:
        return self.cost.for_each(self.people) if self.cost else None


def costing_of(programme: Programme) -> Costing | None:
    return Costing.objects.filter(programme=programme).first()


def currency_of(programme: Programme) -> str:
    """In which the programme's figures of money are; empty before anybody said so."""
    costing = costing_of(programme)
    return costing.currency if costing else ""


def value_page(programme: Programme, *, at: datetime) -> ValuePage:
    """As many queries for many sets as for one."""
    costing, spent = costing_of(programme), time_so_far(programme, at=at).spent
    people = _in_sets(programme)
    return ValuePage(
        costing=costing,
        spent=spent,
        people=people,
        cost=cost_of(spent, costing.rates) if costing else None,
        coaching=_coaching(costing, people),
        needed=needed_for(people),
    )


def _in_sets(programme: Programme) -> int:
    going = Q(learning_set__ended_at__isnull=True)
    members = SetMembership.objects.members().filter(
        going, learning_set__cohort__programme=programme
    )
    return members.values("person").distinct().count()


def _coaching(costing: Costing | None, people: int) -> Coaching | None:
    """Once somebody has said how many sessions each person would have."""
    if costing is None or not costing.coach_sessions or not people:
        return None
    price = costing.coach_session
    return coaching_for(
        people,
        sessions_each=costing.coach_sessions,
        people_per_coach=costing.coach_people,
        session_price=None if price is None else float(price),
    )
