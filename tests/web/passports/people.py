"""People with evidence, and what they are given for it."""

from datetime import datetime, timedelta
from uuid import uuid4

from askwell.facilitation.evidence import Evidence, Item
from askwell.web.passports.models import Adopted, Facilitated
from askwell.web.passports.operations import adopting
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from factories import NOON, a_person, a_programme, an_enrolment

PRACTISED = [
    *[Item(kind=Evidence.LESSON, at=NOON, about=f"{n}") for n in range(8)],
    *[Item(kind=Evidence.COACHED_QUESTION, at=NOON) for _ in range(20)],
    *[Item(kind=Evidence.PRACTICE_SLOT, at=NOON, about=f"{n}") for n in range(2)],
]
FACILITATES = [
    *PRACTISED,
    *[Item(kind=Evidence.OBSERVED_SLOT, at=NOON, about=f"{n}") for n in range(2)],
    *[Item(kind=Evidence.LOG_ENTRY, at=NOON, about=f"{n}") for n in range(2)],
    *[Item(kind=Evidence.MEETING, at=NOON, about=f"{n}") for n in range(6)],
    *[Item(kind=Evidence.LEARNING_SET, at=NOON, about=f"{n}") for n in range(2)],
    Item(kind=Evidence.HOUR, at=NOON, amount=30),
    Item(kind=Evidence.SUPERVISION, at=NOON),
]


def shows(monkeypatch, items: list[Item]) -> None:
    """Everybody has done this, wherever they did it."""
    where = "askwell.web.passports.queries.passport.items_of"
    monkeypatch.setattr(where, lambda person: items)


def a_facilitated(
    person: Person, *, at: datetime = NOON, minutes: int = 90, **told: object
) -> Facilitated:
    return Facilitated.objects.create(
        **{
            "person": person,
            "meeting_key": uuid4(),
            "set_key": uuid4(),
            "format": "classic_uk",
            "slots": 2,
            "minutes": minutes,
            "at": at,
            **told,
        }
    )


def a_pathway(programme: Programme, template: str = "reflective") -> Adopted:
    by = programme.created_by
    return adopting.switch_on(programme, template, by=by, at=NOON - timedelta(days=1))


def a_programme_of(person: Person) -> Programme:
    """Somebody takes part in it."""
    programme = a_programme(a_person("Ingrid Solberg"))
    an_enrolment(programme, person)
    return programme
