"""The painted week as its page shows it: a table of hours, and words for a script."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.web.intake import weeks
from askwell.web.intake.clocks import duration, hours
from askwell.web.programmes.models import Programme

# On so many days a meeting should find room.
ENOUGH_DAYS = 3


@dataclass(frozen=True)
class Box:
    """One hour of one day, to be ticked."""

    value: int
    label: str
    is_marked: bool


@dataclass(frozen=True)
class Line:
    """One hour on all the days of a table."""

    hour: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Week:
    """Everything the page needs, with a script and without."""

    written: str
    weekdays: tuple[Line, ...]
    weekend: tuple[Line, ...]
    minutes: int
    enough_days: int
    says: str
    has_weekend: bool

    @property
    def days(self) -> str:
        return "|".join(str(WEEKDAYS[day]) for day in range(7))

    @property
    def short_days(self) -> str:
        return "|".join(str(WEEKDAYS_ABBR[day]) for day in range(7))

    @property
    def weekday_names(self) -> list[str]:
        return [str(WEEKDAYS_ABBR[day]) for day in weeks.WEEKDAYS]

    @property
    def weekend_names(self) -> list[str]:
        return [str(WEEKDAYS[day]) for day in weeks.WEEKEND]

    @property
    def meeting(self) -> str:
        return duration(self.minutes)


def drawn(week: int, programme: Programme) -> Week:
    """A week as it is marked, measured by how long the programme's meetings are."""
    days = weeks.days_with_room(week, programme.minutes)
    return Week(
        written=weeks.written(week),
        weekdays=tuple(_lines(week, weeks.WEEKDAYS)),
        weekend=tuple(_lines(week, weeks.WEEKEND)),
        minutes=programme.minutes,
        enough_days=ENOUGH_DAYS,
        says=_says(week, days),
        has_weekend=any(week & weeks.span(day, (0, 24)) for day in weeks.WEEKEND),
    )


def _lines(week: int, days: range) -> Iterator[Line]:
    for half_hour in range(weeks.FROM, weeks.TO, 2):
        hour = f"{half_hour // 2:02}:00"
        boxes = (
            _box(week, weeks.slot(day, half_hour), f"{WEEKDAYS[day]} {hour}")
            for day in days
        )
        yield Line(hour, tuple(boxes))


def _box(week: int, slot: int, label: str) -> Box:
    """An hour counts as marked when both its halves are."""
    both = 0b11 << slot
    return Box(slot, label, week & both == both)


def _says(week: int, days: int) -> str:
    """How much is marked, and whether it is enough to find a date."""
    if not week:
        return _("Nothing is marked yet.")
    marked = _("Hours marked: %(hours)s.") % {"hours": hours(weeks.hours_in(week))}
    if not days:
        return f"{marked} {_('Nowhere is there room for a whole meeting yet.')}"
    room = ngettext(
        "A meeting finds room on %(days)d day.",
        "A meeting finds room on %(days)d days.",
        days,
    ) % {"days": days}
    more = (
        _("That is enough.") if days >= ENOUGH_DAYS else _("One more day would help.")
    )
    return f"{marked} {room} {more}"
