"""People of a programme, some of whom would tell others what they learned."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Office, Programme
from askwell.web.stories import operations, queries
from askwell.web.stories.models import Offer
from askwell.web.stories.operations.writing import Written
from factories import (
    NOON,
    a_cohort,
    a_person,
    a_programme,
    a_set,
    an_enrolment,
    holds_office,
)

HEADING = "Asking before I answer"
SAID = "I learned to wait for a breath before I answer, and to ask one thing more."


@dataclass
class Telling:
    """Ana, Ben and Dee are in a set of Ingrid's programme; Helen sponsors it.

    Eve takes part in it, and is in another set together with Fay.
    """

    ana: Person
    ben: Person
    dee: Person
    eve: Person
    fay: Person
    ingrid: Person
    helen: Person
    programme: Programme
    learning_set: LearningSet
    other_set: LearningSet

    def draft(
        self, words: str = SAID, *, by: Person | None = None, **how: Any
    ) -> Offer:
        by = by or self.ana
        learning_set = how.pop("learning_set", self.learning_set)
        kind = Offer.Kind.STORY if "helped" in how else Offer.Kind.LEARNING
        offer = operations.begin(learning_set, kind, by=by, at=NOON)
        written = Written(**{"title": HEADING, "words": words, **how})
        return operations.write(offer, written, by=by)

    def offered(self, words: str = SAID, *, at: datetime = NOON, **how: Any) -> Offer:
        return offered(self.draft(words, **how), at=at)

    def published(self, words: str = SAID, *, at: datetime = NOON, **how: Any) -> Offer:
        """By the time nobody has said no."""
        offer = self.offered(words, at=at - Offer.LASTS, **how)
        operations.finish(offer, at=at)
        return fresh(offer)

    def naming_ben(self) -> Offer:
        """Ana names Ben, and asks him together with the set."""
        offer = self.draft(f"{SAID} Ben showed me how.")
        ask_about(offer, self.ben, "Ben")
        return offered(offer)


def telling() -> Telling:
    ana, ben, dee = a_person("Ana Sousa"), a_person("Ben Whitlock"), a_person("Dee Lo")
    eve, fay = a_person("Eve Adair"), a_person("Fay Moss")
    ingrid, helen = a_person("Ingrid Solberg"), a_person("Helen Marsh")
    programme = a_programme(ingrid)
    holds_office(programme, helen, kind=Office.Kind.SPONSOR)
    cohort = a_cohort(programme)
    an_enrolment(programme, eve)
    learning_set = a_set(ana, ben, dee, name="Tuesday herons")
    other_set = a_set(eve, fay, name="Friday otters")
    for each in (learning_set, other_set):
        each.cohort = cohort
        each.save()
    return Telling(
        ana, ben, dee, eve, fay, ingrid, helen, programme, learning_set, other_set
    )


def offered(offer: Offer, *, at: datetime = NOON) -> Offer:
    read = queries.version_of(offer)
    return operations.offer(offer, read=read, by=offer.owner, at=at)


def ask_about(offer: Offer, person: Person, word: str) -> None:
    operations.settle(offer, {word.lower(): f"ask:{person.pk}"}, by=offer.owner)


def fine(offer: Offer, *people: Person, at: datetime = NOON) -> None:
    for each in people:
        operations.say_fine(offer, read=queries.version_of(offer), by=each, at=at)


def objects(offer: Offer, person: Person) -> None:
    operations.object_to(offer, read=queries.version_of(offer), by=person)


def agrees(offer: Offer, person: Person, *, agrees: bool = True) -> None:
    read = queries.version_of(fresh(offer))
    operations.agree(offer, agrees=agrees, read=read, by=person, at=NOON)


def fresh(offer: Offer) -> Offer:
    """As another request finds it."""
    related = Offer.objects.select_related("owner", "learning_set", "programme")
    return related.get(pk=offer.pk)
