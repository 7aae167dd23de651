"""A programme with sets in it, and a round that asks their members."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.web.meetings.models import Entry, Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.surveys.models import Round
from askwell.web.surveys.operations.rounds import open_round
from factories import (
    NOON,
    a_cohort,
    a_partner,
    a_person,
    a_programme,
    a_set,
    an_enrolment,
)

LATER = NOON + timedelta(days=14)
FIRST = ("Amara Okafor", "Ben Hughes", "Chiara Rossi", "Dan Levy", "Eva Novak")


@dataclass
class Asked:
    """Who looks after the programme, who sits in which of its sets."""

    programme: Programme
    manager: Person
    sets: list[LearningSet]
    members: list[list[Person]]

    @property
    def everybody(self) -> list[Person]:
        return [person for people in self.members for person in people]

    def round(self, *instruments: str, **how: object) -> Round:
        return open_round(
            self.programme,
            **{
                "moment": Round.Moment.BEFORE,
                "instruments": instruments,
                "asks_ties": False,
                "opens_at": NOON,
                "closes_at": LATER,
                "by": self.manager,
                "at": NOON,
                **how,
            },
        )


def a_programme_with_sets(number: int = 3, each: int = 5) -> Asked:
    """The members of every other set work for another organisation."""
    manager = a_person("Nadia Haddad")
    programme = a_programme(manager)
    cohort, partner = a_cohort(programme), a_partner(programme)
    sets, members = [], []
    for place in range(number):
        people = [a_person(name) for name in FIRST[:each]]
        for person in people:
            where = {"partner": partner} if place % 2 else {}
            an_enrolment(programme, person, cohort=cohort, **where)
        learning_set = a_set(*people, name=f"Set {place + 1}")
        LearningSet.objects.filter(pk=learning_set.pk).update(cohort=cohort)
        sets.append(learning_set)
        members.append(people)
    return Asked(programme, manager, sets, members)


def a_closed_meeting(
    learning_set: LearningSet, *people: Person, at: datetime = NOON
) -> Meeting:
    """One at which these people were."""
    meeting = Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=90,
        starts_at=at,
        opened_at=at,
        closed_at=at,
    )
    Entry.objects.bulk_create(
        Entry(
            meeting=meeting,
            number=number,
            kind="Arrived",
            person=str(person.pk),
            at=at,
        )
        for number, person in enumerate(people, start=1)
    )
    return meeting
