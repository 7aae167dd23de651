"""The letters that notices become: one for each, or one for a day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.web.calendar.files import CalendarPart, for_notice
from askwell.web.integrations import queries
from askwell.web.integrations.mail import links
from askwell.web.integrations.models import Delivery, Way
from askwell.web.meetings.models import Meeting
from askwell.web.people.letters import Entry, Letter, compose
from askwell.web.people.models import Group, Notice, Person
from askwell.web.people.wording import group_of, wording_of

LIST_NEVER = "List-Unsubscribe"
LIST_AT_ONCE = "List-Unsubscribe-Post"


def notice_letter(notice: Notice) -> EmailMultiAlternatives:
    """The letter for one notice; its Message-ID is always the same."""
    person, wording = notice.person, wording_of(notice)
    unsubscribe = _unsubscribe(notice)
    meeting = _meeting_of(notice)
    with _clocks_of(person):
        letter = Letter(
            subject=_title(notice, meeting),
            name=person.get_short_name() if person else "",
            says=wording.says_for(notice.by),
            facts=_facts(meeting, person),
            button=str(wording.button),
            link=_way_to(notice),
            then=str(wording.then),
            why=_why(notice),
            choices=links.choices() if person else "",
            unsubscribe=unsubscribe,
            headers=_headers(str(notice.pk), unsubscribe),
        )
        mail = compose(letter, to=person.email if person else notice.address)
    part = for_notice(notice)
    if part:
        _attach(mail, part)
    return mail


def digest_letter(delivery: Delivery) -> EmailMultiAlternatives | None:
    """The letter of the day; none if there is nothing left to tell."""
    person = delivery.person
    if person is None:
        return None
    choices = queries.choices_of(person)
    news = [
        notice
        for notice in queries.news_for(delivery)
        if choices.way_of(group_of(notice.kind)) != Way.NOT
    ]
    if not news:
        return None
    unsubscribe = links.unsubscribe_from_digest(person)
    with _clocks_of(person):
        letter = Letter(
            subject=_digest_subject(len(news)),
            name=person.get_short_name(),
            says=_("This is what has happened since your last mail of the day."),
            entries=tuple(_entry(notice) for notice in news),
            button=_("Open your notices"),
            link=links.board(),
            why=_("You get this once a day because you asked for one mail a day."),
            choices=links.choices(),
            unsubscribe=unsubscribe,
            headers=_headers(str(delivery.pk), unsubscribe),
        )
        return compose(letter, to=person.email)


def _digest_subject(number: int) -> str:
    news = ngettext(
        "One thing is new in your sets",
        "%(number)d things are new in your sets",
        number,
    )
    return news % {"number": number}


def _entry(notice: Notice) -> Entry:
    when = timezone.localtime(notice.created_at)
    return Entry(
        title=_title(notice, _meeting_of(notice)),
        when=date_format(when, "l j F, H:i"),
        link=_way_to(notice),
    )


def _way_to(notice: Notice) -> str:
    """A person goes by the board, which then knows that the notice was read."""
    path = f"/notices/{notice.pk}/" if notice.person_id else notice.path
    return f"{settings.BASE_URL}{path}"


def _meeting_of(notice: Notice) -> Meeting | None:
    """Whoever is only invited has no clocks we know of, and is told no hour."""
    return queries.meeting_of(notice) if notice.person_id else None


def _title(notice: Notice, meeting: Meeting | None) -> str:
    """With its day, so that the mails of six meetings can be told apart in a list."""
    title = wording_of(notice).title_for(notice.by)
    if meeting is None:
        return title
    begins = timezone.localtime(meeting.starts_at)
    day = date_format(begins, "l j F, H:i")
    return _("%(what)s: %(day)s") % {"what": title, "day": day}


def _facts(
    meeting: Meeting | None, person: Person | None
) -> tuple[tuple[str, str], ...]:
    """When the meeting is, on the clocks of whoever reads it."""
    if meeting is None or person is None:
        return ()
    begins = timezone.localtime(meeting.starts_at)
    ends = timezone.localtime(
        meeting.starts_at + timedelta(minutes=meeting.booked_minutes)
    )
    zone = person.time_zone.replace("_", " ")
    return (
        (_("Day"), date_format(begins, "l j F Y")),
        (_("Time"), f"{begins:%H:%M}–{ends:%H:%M} ({zone})"),
    )


def _why(notice: Notice) -> str:
    match group_of(notice.kind):
        case Group.REMINDERS:
            return _("You get this because you asked to be reminded.")
        case _ if notice.person is None:
            return _("You get this because somebody gave this address to invite you.")
        case Group.PEOPLE:
            return _("You get this because somebody waits for you, or has answered.")
        case _:
            return _("You get this because you are in a set on Askwell.")


def _unsubscribe(notice: Notice) -> str:
    if notice.person:
        return links.unsubscribe(notice.person, group_of(notice.kind))
    return links.unsubscribe_address(notice.address)


def _headers(message: str, unsubscribe: str) -> dict[str, str]:
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return {
        "Message-ID": f"<{message}@{host}>",
        LIST_NEVER: f"<{unsubscribe}>",
        LIST_AT_ONCE: "List-Unsubscribe=One-Click",
    }


def _attach(mail: EmailMultiAlternatives, part: CalendarPart) -> None:
    """Gmail and Apple read the alternative, Outlook too; others offer the file."""
    calendar = f"text/calendar; method={part.method}"
    mail.attach_alternative(part.ics.decode(), calendar)
    mail.attach(part.filename, part.ics, "application/ics")


@contextmanager
def _clocks_of(person: Person | None) -> Iterator[None]:
    with timezone.override(ZoneInfo(person.time_zone if person else "UTC")):
        yield
