"""What one next step consists of, and for whom it is looked for."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets


@dataclass(frozen=True)
class NextStep:
    """A heading, a sentence why, and one button with where it leads."""

    heading: str
    label: str
    path: str
    words: str = ""
    over: str = ""
    let_go: str = ""
    """Where to send that one would rather not."""


@dataclass(frozen=True)
class Seeker:
    """Who looks for a next step, when, and in which set if only in one."""

    person: Person
    at: datetime
    learning_set: LearningSet | None = None

    def sets(self) -> QuerySet[LearningSet]:
        """The sets in which the step is looked for; ended ones ask for nothing."""
        own = readable_sets(self.person).filter(ended_at__isnull=True)
        return own.filter(pk=self.learning_set.pk) if self.learning_set else own
