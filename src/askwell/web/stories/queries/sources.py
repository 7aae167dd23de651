"""What somebody may start an offer from: their own words of a set, and no others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.web.learning import queries as learning
from askwell.web.learning.queries import Record
from askwell.web.people.models import Person

MOST = 30


@dataclass(frozen=True)
class Source:
    """One learning or report-back of one's own."""

    key: str
    at: datetime
    set_id: UUID
    learned: str
    did: str = ""
    happened: str = ""

    @property
    def is_story(self) -> bool:
        return bool(self.did or self.happened)


def sources_of(person: Person, *, sets: set[UUID]) -> list[Source]:
    """The newest first. Words of one set are offered through that set alone."""
    record = learning.record_of(person)
    found = {each.key: each for each in [*_learned(record), *_told(record)]}
    here = [each for each in found.values() if each.set_id in sets]
    return sorted(here, key=lambda each: each.at, reverse=True)[:MOST]


def _learned(record: Record) -> Iterator[Source]:
    for year in record.years:
        for each in [*year.learned, *(one for t in year.times for one in t.learned)]:
            yield Source(
                key=f"learned-{each.at:%Y%m%d%H%M%S%f}",
                at=each.at,
                set_id=each.set_id,
                learned=each.words,
            )


def _told(record: Record) -> Iterator[Source]:
    for year in record.years:
        actions = [*year.actions, *(one for t in year.times for one in t.actions)]
        for action, told in ((each, told) for each in actions for told in each.told):
            if told.learned or told.happened:
                yield Source(
                    key=f"told-{told.at:%Y%m%d%H%M%S%f}",
                    at=told.at,
                    set_id=action.set_id,
                    learned=told.learned,
                    did=told.did,
                    happened=told.happened,
                )
