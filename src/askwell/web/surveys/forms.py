"""What is typed and tapped in surveys."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from askwell.insight.instruments import Instrument, Slot
from askwell.web.running.forms import DayField
from askwell.web.surveys.models import Round
from askwell.web.surveys.taps import STEPS, TAPS

LONGEST = timedelta(days=60)
LEAVE_OUT = ""


class RoundForm(forms.Form):
    """When a round asks, and what."""

    moment = forms.ChoiceField(
        label=_("When in the programme is it?"),
        help_text=_("What is asked before and after can be laid side by side."),
        choices=Round.Moment.choices,
        widget=forms.RadioSelect,
        initial=Round.Moment.ALONG,
    )
    instruments = forms.MultipleChoiceField(
        label=_("What to ask about"),
        help_text=_("At most 21 questions. Short rounds are answered."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    asks_ties = forms.BooleanField(
        label=_("Also ask whom each could turn to"),
        help_text=_(
            "For that, everybody who is asked sees the name, organisation and area of "
            "everybody who takes part. Whom they pick only they ever read."
        ),
        required=False,
    )
    opens_on = DayField(label=_("Ask from"))
    closes_on = DayField(
        label=_("Answers until the end of"),
        help_text=_("Two weeks give everybody time. One reminder goes out before."),
    )

    def __init__(
        self, data: Any = None, *, known: Iterable[Instrument], today: date
    ) -> None:
        days = {"opens_on": today, "closes_on": today + timedelta(days=14)}
        super().__init__(data, initial=days)
        self.today = today
        self.fields["instruments"].choices = [  # type: ignore[attr-defined] # of a ChoiceField
            (each.key, _with_number(each)) for each in known
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        opens, closes = given.get("opens_on"), given.get("closes_on")
        if opens and opens < self.today:
            self.add_error("opens_on", gettext("That day is over. Choose a later one."))
        if opens and closes and closes <= opens:
            self.add_error("closes_on", gettext("Leave at least one day to answer."))
        if opens and closes and closes - opens > LONGEST:
            self.add_error("closes_on", gettext("Close it within sixty days."))
        return given

    def span(self, zone: ZoneInfo, *, at: datetime) -> tuple[datetime, datetime]:
        """From the morning of the first day, or from now, to the end of the last."""
        opens = _midnight(self.cleaned_data["opens_on"], zone)
        last: date = self.cleaned_data["closes_on"]
        return max(opens, at), _midnight(last + timedelta(days=1), zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)


def _with_number(instrument: Instrument) -> object:
    number = len(instrument.items)
    questions = ngettext("%(n)d question", "%(n)d questions", number) % {"n": number}
    return format_html(
        '<strong>{}</strong> <span class="soft survey-number">{}</span>',
        gettext(instrument.title),
        questions,
    )


@dataclass(frozen=True)
class Part:
    """One instrument on the page of answers, and its fields."""

    instrument: Instrument
    fields: tuple[BoundField, ...]


class AnswerForm(forms.Form):
    """One group of steps for each item; every one may be left out."""

    def __init__(self, *args: Any, instruments: Iterable[Instrument], **more: Any):
        super().__init__(*args, **more)
        self.instruments = list(instruments)
        for each in self.instruments:
            steps = [(str(value), str(value)) for value in each.scale.values]
            for item in each.items:
                self.fields[item.key] = _steps(gettext(item.words), steps)

    def parts(self) -> Iterator[Part]:
        for each in self.instruments:
            yield Part(each, tuple(self[item.key] for item in each.items))

    @property
    def said(self) -> dict[str, int]:
        """Without the items that were left out."""
        return _said(self)


class PulseForm(forms.Form):
    """Two taps."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for each in TAPS:
            self.fields[each.key] = _steps(str(each.words), _steps_of_a_tap())

    @property
    def said(self) -> dict[str, int]:
        return _said(self)


def _steps_of_a_tap() -> list[tuple[str, Any]]:
    return [(str(value), words) for value, words in STEPS.items()]


def _steps(words: str, steps: list[tuple[str, Any]]) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=words,
        choices=[*steps, (LEAVE_OUT, _("leave it out"))],
        coerce=int,
        empty_value=None,
        required=False,
        initial=LEAVE_OUT,
        widget=forms.RadioSelect,
    )


def _said(form: forms.Form) -> dict[str, int]:
    return {key: value for key, value in form.cleaned_data.items() if value is not None}


class TiesForm(forms.Form):
    """What is searched for, and who is picked; the ids are checked by the view."""

    search = forms.CharField(
        label=_("Find somebody"),
        help_text=_("A name, an organisation or an area."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class ConfirmForm(forms.Form):
    """That somebody answers for the licence."""

    reference = forms.CharField(
        label=_("Where is the leave written down?"),
        help_text=_("A contract, an order or a letter: who gave it, and when."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    sure = forms.BooleanField(
        label=_("I have made sure that this programme may use this instrument."),
        help_text=_("Your name and today’s date are kept with it."),
    )


class ItemsForm(forms.Form):
    """The words of a licensed instrument, and which of them are reversed."""

    def __init__(self, *args: Any, slot: Slot, **more: Any) -> None:
        super().__init__(*args, **more)
        self.numbers = range(1, slot.items + 1)
        for number in self.numbers:
            self.fields[f"words_{number}"] = forms.CharField(
                label=_("Item %(number)s") % {"number": number}, max_length=300
            )
            self.fields[f"turned_{number}"] = forms.BooleanField(
                label=_("is reversed"), required=False
            )

    @property
    def items(self) -> list[tuple[str, bool]]:
        given = self.cleaned_data
        return [(given[f"words_{n}"], given[f"turned_{n}"]) for n in self.numbers]
