"""Quarters: the periods for which figures are frozen."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

MONTHS, LAST = 3, 4


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of the calendar, in UTC; `number` runs from 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @property
    def since(self) -> datetime:
        """Its first instant."""
        month = (self.number - 1) * MONTHS + 1
        return datetime(self.year, month, 1, tzinfo=UTC)

    @property
    def until(self) -> datetime:
        """The first instant that is no longer in it."""
        return self.following.since

    @property
    def following(self) -> "Quarter":
        if self.number == LAST:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)

    @property
    def previous(self) -> "Quarter":
        if self.number == 1:
            return Quarter(self.year - 1, LAST)
        return Quarter(self.year, self.number - 1)

    def holds(self, at: datetime) -> bool:
        return self.since <= at < self.until
