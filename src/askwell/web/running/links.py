"""Where the pages lie on which a programme's people, replies and sets are seen to."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from askwell.web.programmes.models import Programme


@dataclass(frozen=True)
class Links:
    """The places one programme's page leads to."""

    programme: Programme

    def _at(self, name: str, *more: object) -> str:
        return reverse(name, args=[self.programme.pk, *more])

    @property
    def people(self) -> str:
        return self._at("enrolments:people")

    @property
    def bring(self) -> str:
        """Where people are put on the list, many at once."""
        return self._at("enrolments:bring")

    @property
    def replies(self) -> str:
        return self._at("intake:replies")

    @property
    def organisations(self) -> str:
        return self._at("intake:organisations")

    def compose(self, cohort: UUID) -> str:
        """Where a cohort is put into sets."""
        return self._at("composing:cohort", cohort)

    def place(self, cohort: UUID) -> str:
        """Where whoever comes late to a cohort is found a place in one of its sets."""
        return self._at("composing:placements", cohort)

    @property
    def compose_next(self) -> str:
        """The cohort to put into sets next: the latest to start."""
        newest = self.programme.cohorts.last()
        return self.compose(newest.pk) if newest else self.cohorts

    @property
    def cohorts(self) -> str:
        return self._at("running:cohorts")

    @property
    def sets(self) -> str:
        return self._at("running:sets")

    @property
    def offices(self) -> str:
        return self._at("running:offices")

    @property
    def edit(self) -> str:
        return self._at("running:edit")
