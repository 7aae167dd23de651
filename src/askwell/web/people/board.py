"""The notice board as its owner reads it: day by day, the newest first."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from askwell.web.people import queries
from askwell.web.people.models import Notice, Person
from askwell.web.people.wording import wording_of

MOST = 100


@dataclass(frozen=True)
class Line:
    """One notice in plain words."""

    notice: Notice
    title: str
    says: str

    @property
    def is_new(self) -> bool:
        return self.notice.read_at is None


@dataclass(frozen=True)
class Day:
    """What was told on one day of the reader's own calendar."""

    name: str
    lines: tuple[Line, ...]


def days_of(person: Person, *, at: datetime) -> list[Day]:
    """The newest notices under their days, in the time zone that is in force."""
    found: dict[date, list[Line]] = {}
    for notice in queries.board_of(person)[:MOST]:
        day = timezone.localtime(notice.created_at).date()
        found.setdefault(day, []).append(_line(notice))
    today = timezone.localtime(at).date()
    return [Day(_name(day, today), tuple(lines)) for day, lines in found.items()]


def _line(notice: Notice) -> Line:
    wording = wording_of(notice)
    return Line(notice, wording.title_for(notice.by), wording.says_for(notice.by))


def _name(day: date, today: date) -> str:
    match (today - day).days:
        case 0:
            return _("Today")
        case 1:
            return _("Yesterday")
        case past if past < timedelta(days=7).days:
            return date_format(day, "l")
        case _:
            return date_format(day, "j F" if day.year == today.year else "j F Y")
