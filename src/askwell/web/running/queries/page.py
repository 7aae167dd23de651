"""Everything on a programme's page, for whoever looks at it."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Cohort,
    Initiative,
    LearningSet,
    Office,
    Partner,
    Programme,
    SetMembership,
)
from askwell.web.running.links import Links
from askwell.web.running.models import WindUp
from askwell.web.running.parts import own_partners
from askwell.web.running.queries.health import Health, health_of, with_turnouts
from askwell.web.running.queries.needs import State, needs_of_partner, states_of
from askwell.web.running.queries.people import (
    Load,
    Numbers,
    loads_of,
    numbers_of,
    without_set,
)
from askwell.web.running.queries.programmes import offices_in
from askwell.web.running.wording import Call, Stage, call_of, launch_of

# So many of a kind stand on the page itself; the rest is one press away.
FIRST = 12


@dataclass(frozen=True)
class WholePage:
    """What somebody sees who looks after the whole programme."""

    state: State
    links: Links
    launch: list[Stage]
    calls: list[Call]
    sets: list[Health]
    placeless: list[Enrolment]
    loads: list[Load]
    offices: list[Office]
    initiatives: list[Initiative]
    cohorts: list[Cohort]

    @property
    def is_launching(self) -> bool:
        """Until there are sets with dates, the list of what to do leads."""
        return any(not (one.done or one.optional) for one in self.launch) and not any(
            one.dates.held for one in self.state.healths
        )

    @property
    def step(self) -> Call | None:
        """The one thing to do next, if anything is."""
        if not self.is_launching:
            return self.calls[0] if self.calls else None
        now = next(one for one in self.launch if one.state == "now")
        return Call(now.title, now.words, now.label, now.path)

    @property
    def others(self) -> list[Call]:
        """What waits beside the next step."""
        return [] if self.is_launching else self.calls[1:]

    @property
    def first_loads(self) -> list[Load]:
        return self.loads[:FIRST]

    @property
    def held(self) -> int:
        """Meetings so far, of all sets."""
        return sum(one.dates.held for one in self.state.healths)

    @property
    def sponsors(self) -> list[Office]:
        return [each for each in self.offices if each.kind == Office.Kind.SPONSOR]

    @property
    def managers(self) -> list[Office]:
        return [
            each
            for each in self.offices
            if each.kind == Office.Kind.MANAGER and each.partner_id is None
        ]


def whole_page(programme: Programme, *, at: datetime) -> WholePage:
    """As many queries for a thousand people as for one."""
    links = Links(programme)
    state = states_of([programme], at=at)[programme.pk]
    offices = list(offices_in(programme))
    people = Enrolment.objects.filter(programme=programme)
    is_sponsored = any(each.kind == Office.Kind.SPONSOR for each in offices)
    return WholePage(
        state=state,
        links=links,
        launch=launch_of(
            state,
            has_sponsor=is_sponsored,
            has_partners=programme.partners.exists(),
            links=links,
        ),
        calls=[call_of(each, links) for each in state.needs],
        sets=with_turnouts(list(state.healths[:FIRST])),
        placeless=list(without_set(people, at=at)[:FIRST]),
        loads=loads_of(programme, at=at),
        offices=offices,
        initiatives=list(programme.initiatives.all()),
        cohorts=list(programme.cohorts.all()),
    )


@dataclass(frozen=True)
class OwnSet:
    """A set that people of some organisations are in, as these may see it."""

    health: Health
    own: int
    """How many of them are in it; who else is, is not said."""


@dataclass(frozen=True)
class PartnerPage:
    """What somebody sees who answers for the people of some organisations."""

    partners: list[Partner]
    numbers: Numbers
    links: Links
    calls: list[Call] = field(default_factory=list)
    sets: list[OwnSet] = field(default_factory=list)

    @property
    def whose(self) -> str:
        """The organisations they answer for."""
        return ", ".join(each.organisation.name for each in self.partners)

    @property
    def step(self) -> Call | None:
        return self.calls[0] if self.calls else None

    @property
    def others(self) -> list[Call]:
        return self.calls[1:]


def partner_page(programme: Programme, person: Person, *, at: datetime) -> PartnerPage:
    """Their own people alone: no count here includes anybody else's."""
    partners = own_partners(person, programme)
    links = Links(programme)
    found = list(partners.select_related("organisation"))
    return PartnerPage(
        partners=found,
        numbers=numbers_of([programme], partners, at=at)[programme.pk],
        links=links,
        calls=[
            call_of(each, links) for each in needs_of_partner(programme, found, at=at)
        ],
        sets=_own_sets(programme, found, at=at),
    )


def _own_sets(
    programme: Programme, partners: list[Partner], *, at: datetime
) -> list[OwnSet]:
    people = Enrolment.objects.filter(partner__in=partners, person__isnull=False)
    own = SetMembership.objects.members().filter(
        learning_set__cohort__programme=programme,
        person__in=people.values("person"),
    )
    counts: dict[UUID, int] = dict(
        own.order_by().values_list("learning_set").annotate(Count("pk"))
    )
    sets = LearningSet.objects.filter(pk__in=counts).select_related("cohort")
    healths = health_of(sets.order_by("name"), {programme.pk: programme}, at=at)
    return [OwnSet(one, counts[one.learning_set.pk]) for one in healths]


def wind_up_of(programme: Programme) -> WindUp | None:
    return WindUp.objects.filter(programme=programme).first()
