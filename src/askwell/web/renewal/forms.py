"""What members type when their set looks at itself, goes on or ends."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from askwell.web.renewal.models import Preference, Renewal, Rhythm
from askwell.web.renewal.statements import STATEMENTS, STEPS


class HealthForm(forms.Form):
    """One step for each statement."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in STATEMENTS:
            self.fields[each.name] = forms.TypedChoiceField(
                label=each.words,
                choices=list(enumerate(STEPS, start=1)),
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of the five.")},
            )


class RhythmForm(forms.Form):
    """How often to look."""

    every = forms.TypedChoiceField(
        label=_("Look at how we are doing"),
        choices=[
            (number, _("after every %(number)s meetings") % {"number": number})
            for number in Rhythm.CHOICES
        ],
        coerce=int,
        widget=forms.RadioSelect,
    )


class PreferenceForm(forms.Form):
    """What one member would like."""

    choice = forms.ChoiceField(
        label=_("What would you like?"),
        choices=Preference.Choice.choices,
        widget=forms.RadioSelect,
    )


class DecisionForm(forms.Form):
    """What the set decided together."""

    decision = forms.ChoiceField(
        label=_("What did you decide together?"),
        choices=Renewal.Decision.choices,
        widget=forms.RadioSelect,
    )
    meetings = forms.IntegerField(
        label=_("How many more meetings, if you go on?"),
        min_value=1,
        max_value=24,
        initial=5,
        required=False,
    )
    words = forms.CharField(
        label=_("The one thing you will change, if any"),
        help_text=_("It opens your next meeting."),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """Going on has a number of meetings; a change has its words."""
        given = self.cleaned_data
        match given.get("decision"):
            case Renewal.Decision.CHANGE if not given.get("words"):
                self.add_error("words", _("Write the one thing you will change."))
            case Renewal.Decision.GO_ON | Renewal.Decision.CHANGE:
                given["meetings"] = given.get("meetings") or 5
        return given


class DayForm(forms.Form):
    """The day on which the words of the set are destroyed."""

    def __init__(self, *args: Any, days: Iterable[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(day.isoformat(), date_format(day, "j F Y")) for day in days]
        self.fields["forget_on"] = forms.TypedChoiceField(
            label=_("When are its words destroyed?"),
            choices=choices,
            coerce=date.fromisoformat,
            initial=choices[0][0] if choices else None,
            widget=forms.RadioSelect,
        )


class SummaryForm(forms.Form):
    """What the set says of itself, and the version its author had read."""

    words = forms.CharField(
        label=_("What we say of our set"),
        help_text=_("In general terms: nothing that belongs to one person alone."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    read = forms.IntegerField(widget=forms.HiddenInput)


class AssuranceForm(forms.Form):
    """Somebody has understood that there is no way back."""

    sure = forms.BooleanField(
        label=_("I have taken what I want to keep. Destroy my words in this set."),
        error_messages={"required": _("Tick this first, if it is what you want.")},
    )
