"""Where the pages lie on which a programme's people, replies and sets are seen to."""

from dataclasses import dataclass

from django.urls import reverse

from askwell.web.programmes.models import Programme


@dataclass(frozen=True)
class Links:
    """The places one programme's page leads to."""

    programme: Programme

    def _own(self, rest: str) -> str:
        return f"{self.programme.get_absolute_url()}{rest}"

    @property
    def people(self) -> str:
        return self._own("people/")

    @property
    def replies(self) -> str:
        return self._own("replies/")

    @property
    def organisations(self) -> str:
        return self._own("organisations/")

    @property
    def compose(self) -> str:
        """The cohort to put into sets next: the latest to start."""
        newest = self.programme.cohorts.last()
        if newest is None:
            return self.cohorts
        return reverse("composing:cohort", args=[self.programme.pk, newest.pk])

    @property
    def cohorts(self) -> str:
        return reverse("running:cohorts", args=[self.programme.pk])

    @property
    def sets(self) -> str:
        return reverse("running:sets", args=[self.programme.pk])

    @property
    def offices(self) -> str:
        return reverse("running:offices", args=[self.programme.pk])

    @property
    def edit(self) -> str:
        return reverse("running:edit", args=[self.programme.pk])
