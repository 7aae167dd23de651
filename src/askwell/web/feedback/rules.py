"""Who may do what with feedback; what is not said here is refused."""

from askwell.web.feedback.models import Observation, Watch
from askwell.web.people.models import Person
from askwell.web.programmes import queries
from askwell.web.programmes.models import LearningSet


def can_be_watched(person: Person, learning_set: LearningSet) -> bool:
    """Whoever may facilitate the set asks for an observer of themselves."""
    mine = queries.membership_of(person, learning_set)
    return mine is not None and queries.is_able_to_facilitate(mine)


def can_answer(person: Person, watch: Watch) -> bool:
    return watch.observer_id == person.pk and watch.state == Watch.State.ASKED


def can_end(person: Person, watch: Watch) -> bool:
    """Either of the two, at any time."""
    return watch.state in Watch.OPEN and person.pk in (
        watch.observer_id,
        watch.person_id,
    )


def can_write(person: Person, observation: Observation) -> bool:
    """The observer, until it is signed."""
    return observation.observer_id == person.pk and not observation.is_signed


def can_correct(person: Person, observation: Observation) -> bool:
    """The observer takes the signature back, until it has been read."""
    return observation.observer_id == person.pk and observation.may_be_corrected


def can_read(person: Person, observation: Observation) -> bool:
    """Its owner; the observer and others only while the owner shows it to them."""
    if observation.person_id == person.pk:
        return owns(person, observation)
    return observation.is_signed and observation.showings.filter(reader=person).exists()


def can_open(person: Person, observation: Observation) -> bool:
    """Its owner, once; until then the observer can correct it."""
    return observation.person_id == person.pk and observation.may_be_corrected


def owns(person: Person, observation: Observation) -> bool:
    """Signed and opened: theirs to answer, to show and to leave out."""
    signed, seen = observation.is_signed, observation.seen_at is not None
    return observation.person_id == person.pk and signed and seen
