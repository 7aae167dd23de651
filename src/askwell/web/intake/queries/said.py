"""What people have said, opened for the composer and for nobody else.

No view may call this. The composer's brief is made from it, in a worker or for the
board of whoever composes; nothing is kept of it but directions and pairs, in memory
alone, and these are forgotten with the job or soon after the board was looked at.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import weeks
from askwell.web.intake.models import Intake
from askwell.web.programmes.models import Cohort

# A name that fits more people than this says too little to keep anybody apart.
MOST_MEANT = 3


@dataclass(frozen=True)
class Said:
    """One person's week on their own clocks, and their words; shows none of them.

    `challenge` is empty unless its owner lets a computer compare it. `apart` are the
    enrolments of the cohort they would rather not sit with.
    """

    week: int
    time_zone: str
    challenge: str = field(default="", repr=False)
    apart: frozenset[UUID] = field(default=frozenset(), repr=False)


def said(cohort: Cohort) -> dict[UUID, Said]:
    """By enrolment: everybody of a cohort who takes part and has begun to say.

    Those of no cohort are there for all of them: they only facilitate.
    """
    theirs = Q(cohort=cohort) | Q(cohort__isnull=True, programme=cohort.programme_id)
    here = list(Enrolment.objects.joined().filter(theirs))
    listed = Listed.of(here)
    intakes = Intake.objects.filter(enrolment__in=here).select_related(
        "enrolment__person"
    )
    return {one.enrolment_id: _said(one, listed) for one in intakes}


def _said(intake: Intake, listed: "Listed") -> Said:
    enrolment = intake.enrolment
    clocks = enrolment.person.time_zone if enrolment.person else "UTC"
    return Said(
        week=weeks.read(intake.painted),
        time_zone=enrolment.time_zone or clocks,
        challenge=(intake.challenge or "") if intake.may_compare else "",
        apart=listed.meant_by(intake.apart or "") - {enrolment.pk},
    )


@dataclass(frozen=True)
class Listed:
    """The people of a cohort, to be found by what somebody wrote of them."""

    by_address: Mapping[str, UUID]
    by_part: Mapping[str, frozenset[UUID]]

    @classmethod
    def of(cls, enrolments: Iterable[Enrolment]) -> "Listed":
        people = list(enrolments)
        named: dict[str, set[UUID]] = defaultdict(set)
        for one in people:
            for part in _parts(one.name):
                named[part].add(one.pk)
        return cls(
            {one.email.lower(): one.pk for one in people},
            {part: frozenset(who) for part, who in named.items()},
        )

    def meant_by(self, words: str) -> frozenset[UUID]:
        """Everybody named, by address or by parts of a name, one on a line."""
        lines = (line for text in words.splitlines() for line in text.split(";"))
        return frozenset(who for line in lines for who in self._meant(line.strip()))

    def _meant(self, line: str) -> frozenset[UUID]:
        for word in line.lower().split():
            if found := self.by_address.get(word.strip("<>,()")):
                return frozenset({found})
        fitting = [self.by_part.get(part, frozenset()) for part in _parts(line)]
        meant = frozenset.intersection(*fitting) if fitting else frozenset()
        return meant if len(meant) <= MOST_MEANT else frozenset()


def _parts(name: str) -> frozenset[str]:
    """The words of a name, without accents, commas and capital letters."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    kept = "".join(each if each.isalnum() or each == "-" else " " for each in letters)
    return frozenset(kept.split())
