"""What those who run a cohort see of it, and what somebody in it sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.facilitation.evidence import Evidence
from askwell.facilitation.pathways.shape import Requirement
from askwell.practice.case import Case
from askwell.practice.cases import CASES, case_named
from askwell.web.cohorts.models import Place, TrainingCohort
from askwell.web.feedback.rules import can_be_watched
from askwell.web.passports.queries.passport import standing_of
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets


@dataclass(frozen=True)
class Stage:
    """The level somebody reached, and the one thing that is next."""

    level: str
    next: str


def stage_of(person: Person, *, at: datetime) -> Stage:
    """In the reader's language."""
    progress = standing_of(person, None, at=at).progress
    step = progress.next_step
    return Stage(
        level=gettext(progress.level.title) if progress.level else "",
        next=_in_words(step.requirement) if step else "",
    )


def _in_words(asked: Requirement) -> str:
    if asked.evidence is None:
        title = gettext(asked.title)
        return gettext("somebody who trains them confirms: %(what)s") % {"what": title}
    return str(NEXT[asked.evidence])


# What somebody does next, told of them.
NEXT: Final[Mapping[Evidence, str | Promise]] = {
    Evidence.LESSON: _("they read the next short lesson"),
    Evidence.COACHED_QUESTION: _("they write a question in the question gym"),
    Evidence.PRACTICE_SLOT: _("they facilitate a practice set with made-up members"),
    Evidence.OBSERVED_SLOT: _("somebody experienced watches them facilitate"),
    Evidence.LOG_ENTRY: _("they write a line in their practice log"),
    Evidence.LOG_WORDS: _("they write a line in their practice log"),
    Evidence.MEETING: _("they facilitate a meeting"),
    Evidence.LEARNING_SET: _("they facilitate another set"),
    Evidence.HOUR: _("they facilitate a meeting"),
    Evidence.SUPERVISION: _("they meet with other facilitators"),
    Evidence.CPD_HOUR: _("they learn something elsewhere, and write it down"),
    Evidence.OBSERVED_OTHERS: _("they watch somebody else facilitate"),
}


@dataclass(frozen=True)
class Row:
    """One place, with its stage if the person shows it."""

    place: Place
    stage: Stage | None = None


@dataclass(frozen=True)
class Managed:
    """A cohort as those who run it see it."""

    trainees: list[Row]
    trainers: list[Place]
    closed: list[Place]
    cases: list[Case]

    @property
    def free_observers(self) -> list[Place]:
        return [each for each in self.trainers if each.is_joined]

    @property
    def is_empty(self) -> bool:
        return not self.trainees and not self.trainers

    @property
    def quiet(self) -> int:
        """How many of those who said yes keep their level to themselves."""
        joined = [one for one in self.trainees if one.place.is_joined]
        return sum(not one.place.shows_level for one in joined)


def managed(cohort: TrainingCohort, *, at: datetime) -> Managed:
    """A stage is read of those alone who show it, and while the cohort lasts."""
    rows = cohort.places.select_related("person", "observer__person")
    open_places = [each for each in rows if each.state in Place.OPEN]
    over = cohort.is_over(on=at.date())
    return Managed(
        trainees=[
            Row(each, None if over else _shown(each, at=at))
            for each in open_places
            if each.is_trainee
        ],
        trainers=[each for each in open_places if not each.is_trainee],
        closed=[each for each in rows if each.state not in Place.OPEN],
        cases=cases_of(cohort),
    )


def _shown(place: Place, *, at: datetime) -> Stage | None:
    if not (place.is_joined and place.shows_level and place.person):
        return None
    return stage_of(place.person, at=at)


def cases_of(cohort: TrainingCohort) -> list[Case]:
    """Those that are still there."""
    known = {each.name for each in CASES}
    return [case_named(each) for each in cohort.cases if each in known]


def own_places(person: Person) -> list[Place]:
    found = (
        Place.objects.of(person)
        .open()
        .filter(cohort__ended_at__isnull=True, cohort__programme__ended_at__isnull=True)
    )
    return list(found.select_related("cohort__programme"))


def place_of(person: Person, cohort: TrainingCohort) -> Place | None:
    """The open one, or the last that the person closed themselves."""
    mine = Place.objects.of(person).filter(cohort=cohort)
    rows = mine.exclude(state=Place.State.WITHDRAWN).select_related(
        "cohort__programme", "observer__person", "asked_by"
    )
    found = sorted(rows, key=lambda one: (one.state in Place.OPEN, one.asked_at))
    return found[-1] if found else None


def with_me(place: Place) -> list[Place]:
    """Others who said yes, in the order in which they were asked."""
    rows = place.cohort.places.joined().exclude(pk=place.pk)
    return list(rows.select_related("person"))


def my_trainees(place: Place) -> list[Place]:
    return list(place.watches.joined().select_related("person"))


def sets_to_be_watched_in(person: Person) -> list[LearningSet]:
    """Those whose meetings they may facilitate."""
    return [each for each in readable_sets(person) if can_be_watched(person, each)]
