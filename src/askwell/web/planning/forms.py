"""What is typed about the dates of meetings."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from askwell.process.formats import FORMATS
from askwell.web.meetings.forms.convene import LONGEST, SHORTEST
from askwell.web.people.forms import NameField, zone_choices
from askwell.web.planning.models import Answer, PollDate
from askwell.web.planning.series import instant, occurrences
from askwell.web.programmes.forms import MeetingLinkField
from askwell.web.ui.days import within_reach

MOST_MEETINGS = 26
MOST_WEEKS = 26
DATES_ASKED = 6
DATE_FORMAT = "%Y-%m-%d"
TIME_FORMAT = "%H:%M"
DAY_AND_HOUR = "l j F, H:i"
MOMENT_FORMAT = "%Y-%m-%dT%H:%M"


def day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        validators=[within_reach],
        widget=forms.DateInput(attrs={"type": "date"}, format=DATE_FORMAT),
    )


def time_field(label: Any, help_text: Any = "") -> forms.TimeField:
    return forms.TimeField(
        label=label,
        help_text=help_text,
        widget=forms.TimeInput(attrs={"type": "time"}, format=TIME_FORMAT),
    )


def minutes_field() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("For how many minutes?"), min_value=SHORTEST, max_value=LONGEST
    )


class SeenForm(forms.Form):
    """A form whose outcome is looked at before it is done.

    `seen` holds what the page showed the outcome of; with anything else typed since,
    the new outcome is shown first.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def fingerprint(self) -> str:
        """What was typed, in one line."""
        known = self.cleaned_data if self.is_bound else self.initial
        return "|".join(
            _typed(known.get(name)) for name in self.fields if name != "seen"
        )

    @property
    def was_seen(self) -> bool:
        return self.is_valid() and self.cleaned_data["seen"] == self.fingerprint


def _typed(value: object) -> str:
    if isinstance(value, time):
        return value.strftime(TIME_FORMAT)
    return str(value)


class SeriesForm(SeenForm):
    """The first date of a series, and its rhythm on the home zone's clocks."""

    day = day_field(_("On which day is the first?"))
    time = time_field(_("From when?"))
    booked_minutes = minutes_field()
    count = forms.IntegerField(
        label=_("How many meetings?"), min_value=1, max_value=MOST_MEETINGS
    )
    every_weeks = forms.IntegerField(
        label=_("How many weeks apart?"), min_value=1, max_value=MOST_WEEKS
    )
    home_zone = forms.ChoiceField(
        label=_("On the clocks of"),
        help_text=_(
            "The meetings keep their hour here when clocks change; everyone sees "
            "them in their own time."
        ),
        choices=zone_choices,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_filled_in = {"day", "time", "home_zone"} <= cleaned.keys()
        if is_filled_in and self._first(cleaned) <= timezone.now():
            self.add_error("day", _("That is in the past. Choose a day to come."))
        return cleaned

    @staticmethod
    def _first(known: dict[str, Any]) -> datetime:
        local = datetime.combine(known["day"], known["time"])
        return instant(local, ZoneInfo(known["home_zone"]))

    @cached_property
    def starts(self) -> list[datetime]:
        """When the meetings would be, as far as the form has been filled in."""
        if self.is_bound and not self.is_valid():
            return []
        known = self.cleaned_data if self.is_bound else self.initial
        return occurrences(
            datetime.combine(known["day"], known["time"]),
            ZoneInfo(known["home_zone"]),
            known["count"],
            known["every_weeks"],
        )


class MoveForm(SeenForm):
    """Another time for a meeting, and for the rest of its series if there is any."""

    day = day_field(_("On which day?"))
    time = time_field(
        _("From when?"), _("In your own time zone; everyone sees it in theirs.")
    )
    booked_minutes = minutes_field()
    rest = forms.ChoiceField(label=_("Which meetings?"), widget=forms.RadioSelect)
    meeting_format = forms.ChoiceField(label=_("How will you meet?"))
    link = MeetingLinkField()

    def __init__(self, *args: Any, following: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        formats = cast(forms.ChoiceField, self.fields["meeting_format"])
        formats.choices = [(each.name, gettext(each.title)) for each in FORMATS]
        if not following:
            del self.fields["rest"]
            return
        rest = cast(forms.ChoiceField, self.fields["rest"])
        rest.choices = rest_choices(following)
        rest.initial = "no"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"day", "time"} <= cleaned.keys() and self.starts_at <= timezone.now():
            self.add_error("day", _("That is in the past. Choose a time to come."))
        return cleaned

    @property
    def starts_at(self) -> datetime:
        local = datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"])
        return instant(local, timezone.get_current_timezone())

    @property
    def with_the_rest(self) -> bool:
        return self.cleaned_data.get("rest") == "yes"


def rest_choices(following: int) -> list[tuple[str, Any]]:
    """Only this meeting, or those that follow in its series as well."""
    more = ngettext(
        "This one and the one that follows",
        "This one and the %(number)s that follow",
        following,
    )
    return [("no", _("Only this one")), ("yes", more % {"number": following})]


class PollForm(forms.Form):
    """Dates to ask about, and what the chosen one is for."""

    booked_minutes = minutes_field()
    count = forms.IntegerField(
        label=_("How many meetings do you plan?"),
        help_text=_("With more than one, the chosen date is the first of a series."),
        min_value=1,
        max_value=MOST_MEETINGS,
    )
    every_weeks = forms.IntegerField(
        label=_("How many weeks apart?"), min_value=1, max_value=MOST_WEEKS
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, DATES_ASKED + 1):
            self.fields[f"date_{number}"] = _moment_field(number)

    @property
    def date_fields(self) -> Iterable[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("date_")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.dates = sorted(
            {
                each
                for name, each in cleaned.items()
                if name.startswith("date_") and each
            }
        )
        if not self.errors and len(self.dates) < 2:  # noqa: PLR2004 - one is no choice
            self.add_error("date_1", _("Offer at least two dates to choose from."))
        if any(each <= timezone.now() for each in self.dates):
            self.add_error("date_1", _("Some of these dates are in the past."))
        return cleaned


def _moment_field(number: int) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=_("Date %(number)s") % {"number": number},
        required=False,
        validators=[lambda moment: within_reach(timezone.localdate(moment))],
        widget=forms.DateTimeInput(
            attrs={"type": "datetime-local"}, format=MOMENT_FORMAT
        ),
    )


class AnswersForm(forms.Form):
    """Yes, if need be, or no to each date of a poll."""

    def __init__(self, *args: Any, dates: Iterable[PollDate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dates = list(dates)
        for each in self.dates:
            self.fields[str(each.pk)] = forms.ChoiceField(
                label=date_format(timezone.localtime(each.starts_at), DAY_AND_HOUR),
                choices=Answer.Suits,
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def answers(self) -> dict[UUID, str]:
        """What was said; a date left open stays open."""
        return {
            each.pk: self.cleaned_data[str(each.pk)]
            for each in self.dates
            if self.cleaned_data[str(each.pk)]
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.values()):
            self.add_error(None, _("Say to at least one date whether it suits you."))
        return cleaned


class NamedForm(forms.Form):
    """Who somebody without an account is."""

    name = NameField(help_text=_("So that the set knows who answered."))


class ZoneForm(forms.Form):
    """On whose clock the dates are shown."""

    zone = forms.ChoiceField(label=_("Show times as in"), choices=zone_choices)


def likely_poll_dates(now: datetime, usual: time) -> dict[str, datetime]:
    """Three days of the week after next, at the usual hour and another."""
    monday = now.date() - timedelta(days=now.weekday()) + timedelta(weeks=2)
    other = time(14) if usual.hour < 12 else time(10)  # noqa: PLR2004 - noon
    days = [monday + timedelta(days=number) for number in (1, 2, 3)]
    moments = [_moment(day, hour) for hour in (usual, other) for day in days]
    return {f"date_{number}": each for number, each in enumerate(moments, start=1)}


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour)
