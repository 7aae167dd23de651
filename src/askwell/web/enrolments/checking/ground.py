"""What is known before a file is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from askwell.web.enrolments.checking.entries import Named
from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.reading.columns import plain


@dataclass(frozen=True)
class Ground:
    """The list as it stands, as far as whoever brings the file may see it."""

    # By their names as headings are compared.
    employers: Mapping[str, Named]
    cohorts: Mapping[str, Named]
    # Looks after the whole programme, and so may add to both.
    may_add: bool
    # Everybody on the list, also people of organisations that are not theirs to see.
    enrolled: Mapping[str, Enrolment]
    # By organisation, then by address.
    lines: Mapping[UUID, Mapping[str, str]] = field(default_factory=dict)
    levels: Mapping[UUID | None, Mapping[str, int]] = field(default_factory=dict)
    # Which kind of file: people, or who reports to whom alone.
    of_lines: bool = False

    def employer(self, partner_id: object) -> Named | None:
        found = (each for each in self.employers.values() if str(each.id) == partner_id)
        return next(found, None)

    def cohort(self, cohort_id: object) -> Named | None:
        found = (each for each in self.cohorts.values() if str(each.id) == cohort_id)
        return next(found, None)

    def may_see(self, enrolment: Enrolment) -> bool:
        return any(each.id == enrolment.partner_id for each in self.employers.values())

    def levels_of(self, employer: Named) -> Mapping[str, int]:
        return self.levels.get(employer.id, self.levels.get(None, {}))

    def line(self, partner_id: UUID | None, email: str) -> str:
        return self.lines.get(partner_id, {}).get(email, "") if partner_id else ""


def keyed(name: str) -> str:
    """How names of organisations and cohorts are compared."""
    return plain(name) or name
