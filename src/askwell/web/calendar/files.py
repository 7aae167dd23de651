"""Calendar files: when a meeting is and the way in, and nothing else about its set.

Where members facilitate by rota there is a way to the rota as well, for those who may
read it; a calendar that keeps asking is also told of its owner’s own turn. Nobody’s
name is ever in it: whoever employs somebody may read along in their calendar.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, vCalAddress

from askwell.web.calendar import zones
from askwell.web.calendar.models import Told
from askwell.web.calendar.queries.facilitating import sets_by_rota
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
MAKER = "-//Askwell//Set meetings//EN"
# How often a subscribed calendar is asked to look again.
AGAIN = timedelta(hours=4)

# The zones a file speaks of; None for one that no yearly rule describes.
Zones = dict[str, Timezone | None]


@dataclass(frozen=True)
class CalendarPart:
    """What a mail carries for the calendar of whoever reads it."""

    method: str
    ics: bytes
    filename: str


@dataclass(frozen=True)
class Entry:
    """One meeting as a calendar is to know it."""

    meeting: Meeting
    sequence: int
    stamped_at: datetime
    is_off: bool = False
    title: str = ""
    """How its set is called, for whoever may not go in: then there is no way in."""
    by_rota: bool = False
    is_own_turn: bool = False

    @property
    def zone(self) -> str:
        """The set's home, on whose clocks its meetings keep their hour."""
        return self.meeting.learning_set.time_zone


def for_notice(notice: Notice) -> CalendarPart | None:
    """The file that goes with a notice, if it is still the latest word on a meeting.

    The meeting is described as it stands at this moment.
    """
    told = (
        Told.objects.filter(notice=notice)
        .select_related("meeting__learning_set", "person")
        .first()
    )
    if told is None:
        return None
    by_rota = told.meeting.learning_set_id in sets_by_rota(told.person)
    return for_person(told, by_rota=by_rota)


def for_person(told: Told, *, by_rota: bool = False) -> CalendarPart:
    """Asks a person's calendar to hold a meeting, or to let it go (RFC 5546).

    Whose turn it is may change without another word to it: it is not in there.
    """
    method = CANCEL if told.is_off else REQUEST
    entry = replace(entry_of(told), by_rota=by_rota)
    described = _zones([entry])
    event = _event(entry, described)
    event.add("organizer", _organiser())
    event.add("attendee", _attendee(told))
    ics = _written([event], described, method=method)
    return CalendarPart(method, ics, "meeting.ics")


def entry_of(told: Told) -> Entry:
    """A meeting as one person's calendar was last told of it."""
    return Entry(told.meeting, told.sequence, told.told_at, is_off=told.is_off)


def entry_as_it_stands(told: Told, by_rota: Collection[UUID]) -> Entry:
    """For a calendar that keeps asking: whether it is its owner’s turn, as well."""
    meeting = told.meeting
    shared = meeting.learning_set_id in by_rota
    own = shared and str(told.person_id) in meeting.rota
    return replace(entry_of(told), by_rota=shared, is_own_turn=own)


def entry_anew(meeting: Meeting) -> Entry:
    """A meeting that this calendar was not told of yet."""
    is_off = meeting.cancelled_at is not None
    return Entry(meeting, meeting.sequence, meeting.created_at, is_off=is_off)


def entry_from_outside(meeting: Meeting) -> Entry:
    """A meeting as it is known to who looks after its programme: set and time."""
    return replace(entry_anew(meeting), title=meeting.learning_set.name)


def published(entries: Iterable[Entry], *, name: str = "") -> bytes:
    """A file to take home or to look at again and again; it asks nothing of anybody."""
    entries = list(entries)
    described = _zones(entries)
    events = [_event(one, described) for one in entries]
    return _written(events, described, method=PUBLISH, name=name)


def _written(
    events: list[Event], described: Zones, *, method: str, name: str = ""
) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", MAKER)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", AGAIN, {"value": "DURATION"})
        calendar.add("x-published-ttl", "PT4H")
    for zone in filter(None, described.values()):
        calendar.add_component(zone)
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _zones(entries: list[Entry]) -> Zones:
    """Each zone once, from the year of its first meeting on."""
    years: dict[str, int] = {}
    for one in entries:
        name, year = one.zone, one.meeting.starts_at.year
        years[name] = min(year, years.get(name, year))
    return {name: _zone(name, year) for name, year in sorted(years.items())}


def _zone(name: str, year: int) -> Timezone | None:
    return None if name in zones.UTC_ITSELF else zones.describe(name, year)


def _event(entry: Entry, described: Zones) -> Event:
    starts_at, ends_at = _hours(entry, described)
    event = Event()
    _name(event, entry)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamped_at)
    event.add("last-modified", entry.stamped_at)
    event.add("dtstart", starts_at)
    event.add("dtend", ends_at)
    event.add("status", "CANCELLED" if entry.is_off else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if entry.is_off else "OPAQUE")
    return event


def _name(event: Event, entry: Entry) -> None:
    """What it is; and the way in, for whoever is to come."""
    meeting = entry.meeting
    if entry.title:
        event.add("uid", f"{meeting.pk}.dates@askwell")
        event.add("summary", entry.title)
        return
    link = f"{settings.BASE_URL}/meetings/{meeting.pk}/"
    event.add("uid", f"{meeting.pk}@askwell")
    event.add("summary", _("Set meeting"))
    event.add("description", "\n".join(_described(entry, link)))
    event.add("location", link)
    event.add("url", link)


def _described(entry: Entry, link: str) -> Iterator[str]:
    yield _("The way in: %(link)s") % {"link": link}
    if entry.is_off or not entry.by_rota:
        return
    words = (
        _("It is your turn to facilitate. To pass it on, or to swap: %(link)s")
        if entry.is_own_turn
        else _("Whose turn it is to facilitate, and how to swap: %(link)s")
    )
    rota = f"{settings.BASE_URL}/sets/{entry.meeting.learning_set_id}/handing-over/"
    yield words % {"link": rota}


def _hours(entry: Entry, described: Zones) -> tuple[datetime, datetime]:
    """On the clocks of the set's home; in UTC where those would not say which hour."""
    begins = entry.meeting.starts_at.astimezone(UTC)
    ends = begins + timedelta(minutes=entry.meeting.booked_minutes)
    if described[entry.zone] is None:
        return begins, ends
    zone = ZoneInfo(entry.zone)
    local = begins.astimezone(zone), ends.astimezone(zone)
    return (begins, ends) if any(map(_comes_twice, local)) else local


def _comes_twice(local: datetime) -> bool:
    """Whether it lies in the hour that comes twice when clocks go back."""
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _organiser() -> vCalAddress:
    """Askwell itself, so that no member's address stands in another's calendar."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organiser = vCalAddress(f"mailto:{address}")
    organiser.params["CN"] = name or "Askwell"
    return organiser


def _attendee(told: Told) -> vCalAddress:
    attendee = vCalAddress(f"mailto:{told.person.email}")
    attendee.params["CUTYPE"] = "INDIVIDUAL"
    attendee.params["ROLE"] = "REQ-PARTICIPANT"
    attendee.params["PARTSTAT"] = "NEEDS-ACTION"
    attendee.params["RSVP"] = "FALSE"
    return attendee
