"""What is typed to call a meeting, or to find one by its code."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.process.formats import FORMATS, format_named
from askwell.process.formats.shape import Option
from askwell.process.plan import Plan, plan
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.forms import MeetingLinkField, format_choices
from askwell.web.programmes.models import LearningSet
from askwell.web.ui.days import within_reach

SHORTEST, LONGEST = 20, 480
OPTION = "option_"
# How long sets mostly let pass between two meetings.
INTERVAL = timedelta(weeks=5)
QUARTER = timedelta(minutes=15)


class ConveneForm(forms.Form):
    """Format, day, time, length and link of a meeting, with the format's options."""

    meeting_format = forms.ChoiceField(
        label=_("How will you meet?"), widget=forms.RadioSelect
    )
    day = forms.DateField(
        label=_("On which day?"),
        validators=[within_reach],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    time = forms.TimeField(
        label=_("From when?"),
        help_text=_("In your own time zone; everyone sees it in theirs."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    booked_minutes = forms.IntegerField(
        label=_("For how many minutes?"), min_value=SHORTEST, max_value=LONGEST
    )
    link = MeetingLinkField()

    def __init__(
        self,
        data: Any = None,
        *,
        learning_set: LearningSet,
        held: QuerySet[Meeting],
        people: int,
        open_actions: int,
    ) -> None:
        self._people = people
        self._open_actions = open_actions
        first = not held
        super().__init__(data, initial=_initial(learning_set))
        self.chosen = format_named(self._chosen_name(learning_set))
        formats = cast(forms.ChoiceField, self.fields["meeting_format"])
        formats.choices = format_choices({learning_set.format, self.chosen.name})
        for option in self.chosen.options:
            initial = first if option.name == "first_meeting" else option.default
            self.fields[OPTION + option.name] = _option_field(option, initial)

    def _chosen_name(self, learning_set: LearningSet) -> str:
        names = {each.name for each in FORMATS}
        sent = self.data.get("meeting_format") if self.is_bound else None
        return sent if sent in names else learning_set.format

    @property
    def option_fields(self) -> Iterable[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(OPTION)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts_at = _instant(cleaned)
        if starts_at and starts_at < timezone.now() - timedelta(hours=1):
            self.add_error("day", _("That is in the past. Choose a time to come."))
        return cleaned

    def meeting(self) -> dict[str, Any]:
        """What `operations.schedule` takes."""
        cleaned = self.cleaned_data
        return {
            "starts_at": _instant(cleaned),
            "booked_minutes": cleaned["booked_minutes"],
            "format_name": cleaned["meeting_format"],
            "options": self._options(cleaned),
            "link": cleaned["link"],
        }

    @cached_property
    def plan(self) -> Plan:
        """How the meeting would run, as far as the form has been filled in."""
        known = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        booked = known.get("booked_minutes") or self.chosen.default_minutes
        return plan(
            self.chosen.script(self._options(known)),
            people=max(self._people, self.chosen.least_people),
            booked=booked,
            open_actions=self._open_actions,
        )

    def _options(self, values: Mapping[str, Any]) -> dict[str, bool | str]:
        return {
            option.name: values.get(
                OPTION + option.name, self.fields[OPTION + option.name].initial
            )
            for option in self.chosen.options
        }


def _initial(learning_set: LearningSet) -> dict[str, Any]:
    """After the last meeting that was held or is planned, and much like it."""
    known = learning_set.meetings.filter(cancelled_at__isnull=True)
    last = known.order_by("-starts_at").first()
    usual = format_named(learning_set.format).default_minutes
    starts_at = _likely_start(last, now=timezone.localtime())
    return {
        "meeting_format": learning_set.format,
        "day": starts_at.date(),
        "time": starts_at.time(),
        "booked_minutes": learning_set.usual_minutes or usual,
        "link": learning_set.meeting_link or (last.link if last else ""),
    }


def _likely_start(last: Meeting | None, *, now: datetime) -> datetime:
    """At the hour of the last meeting, some weeks on; the first one any time now."""
    if last is None:
        return on_the_quarter(now) + QUARTER
    likely = on_the_quarter(timezone.localtime(last.starts_at)) + INTERVAL
    while likely < now:
        likely += timedelta(weeks=1)
    return likely


def on_the_quarter(at: datetime) -> datetime:
    """The quarter of an hour that has begun."""
    begun = timedelta(minutes=at.minute % 15)
    return at.replace(second=0, microsecond=0) - begun


def _instant(cleaned: dict[str, Any]) -> datetime | None:
    day, time = cleaned.get("day"), cleaned.get("time")
    if day is None or time is None:
        return None
    return timezone.make_aware(datetime.combine(day, time))


def _option_field(option: Option, initial: bool | str) -> forms.Field:
    title, help_text = gettext(option.title), gettext(option.help)
    if option.choices:
        return forms.ChoiceField(
            label=title,
            help_text=help_text,
            choices=[(each.value, gettext(each.title)) for each in option.choices],
            widget=forms.RadioSelect,
            initial=initial,
        )
    return forms.BooleanField(
        label=title, help_text=help_text, required=False, initial=initial
    )


class CodeForm(forms.Form):
    """The short code on the shared screen."""

    code = forms.CharField(
        label=_("The code on the screen"),
        max_length=12,
        widget=forms.TextInput(
            attrs={
                "autocapitalize": "none",
                "autocomplete": "off",
                "spellcheck": "false",
            }
        ),
    )
