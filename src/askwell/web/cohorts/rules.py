"""Who may do what in a training cohort; what is not said here is refused."""

from askwell.web.cohorts.models import Place
from askwell.web.people.models import Person


def owns(person: Person, place: Place) -> bool:
    if place.person_id is None:
        return place.email == person.email
    return place.person_id == person.pk


def can_answer(person: Person, place: Place) -> bool:
    return place.is_asked and owns(person, place)


def can_leave(person: Person, place: Place) -> bool:
    return place.is_joined and owns(person, place)


def can_show(person: Person, place: Place) -> bool:
    return can_leave(person, place) and place.is_trainee
