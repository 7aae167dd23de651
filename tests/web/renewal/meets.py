"""Sets that have met, for tests of what comes after."""

from datetime import datetime, timedelta

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.renewal import operations, queries
from askwell.web.renewal.models import Renewal
from askwell.web.renewal.statements import STATEMENTS
from factories import NOON, a_person, a_set

NAMES = ("Amara", "Jonas", "Priya", "Tomas", "Lin", "Grace", "Owen")


def four(number: int = 4) -> list[Person]:
    return [a_person(name) for name in NAMES[:number]]


def a_set_that_met(
    *people: Person, times: int = 5, facilitator: Person | None = None
) -> LearningSet:
    """Its meetings are over, the last of them at noon."""
    learning_set = a_set(*people, facilitator=facilitator, agreed=True)
    for number in range(times):
        meets(learning_set, on=NOON - timedelta(days=times - number - 1))
    return learning_set


def meets(learning_set: LearningSet, *, on: datetime) -> Meeting:
    return Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=150,
        starts_at=on - timedelta(hours=2),
        opened_at=on - timedelta(hours=2),
        closed_at=on,
    )


def to_come(learning_set: LearningSet) -> Meeting:
    return Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=150,
        starts_at=NOON + timedelta(days=20),
    )


def steps(step: int = 4) -> dict[str, int]:
    """The same step for every statement."""
    return {each.name: step for each in STATEMENTS}


def all_say(renewal: Renewal, choice: str, people: list[Person]) -> None:
    for person in people:
        operations.say(renewal, choice, by=person)


def decided_to_end(learning_set: LearningSet, people: list[Person]) -> None:
    renewal = operations.ask(learning_set, by=people[0], at=NOON)
    all_say(renewal, "end", people)
    operations.decide(renewal, "end", by=people[0], at=NOON)


def ended(*people: Person) -> LearningSet:
    """A set that decided to end and did; its words go in thirty days."""
    learning_set = a_set_that_met(*people)
    decided_to_end(learning_set, list(people))
    day = queries.days_to_choose(learning_set, at=NOON)[0]
    operations.end(learning_set, forget_on=day, by=people[0], at=NOON)
    learning_set.refresh_from_db()
    return learning_set
