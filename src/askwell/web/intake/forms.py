"""What people type when they join, and managers about organisations."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from askwell.web.intake import weeks
from askwell.web.intake.clocks import level_choices
from askwell.web.people.forms import NameField, zone_choices
from askwell.web.programmes.models import Partner

LONGEST_SENTENCE = 280
LONGEST_LIST = 1000
MOST_SETS = 4
FILLS = {
    "working": ((9, 17),),
    "mornings": ((8, 12),),
    "afternoons": ((13, 17),),
}


def filled(week: int, how: str) -> int:
    """The week after one of the quick fills; what was marked stays, but for clearing.

    Weekends are never filled for anybody.
    """
    if how == "clear":
        return 0
    for hours in FILLS.get(how, ()):
        for day in weeks.WEEKDAYS:
            week |= weeks.span(day, hours)
    return week


class NothingForm(forms.Form):
    """A press of a button; what went wrong with it is told all the same."""


class WhereForm(forms.Form):
    """Where somebody works."""

    level = forms.TypedChoiceField(
        label=_("Which of these is nearest to what you do?"),
        help_text=_("Nobody sits in a set with somebody they report to."),
        coerce=int,
    )
    area = forms.CharField(
        label=_("Your area"),
        help_text=_("Such as finance, nursing or sales."),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "areas", "autocomplete": "off"}),
    )
    place = forms.CharField(
        label=_("Where you mostly work"),
        help_text=_("A town or a site; “at home” is one, too."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )

    def __init__(self, *given: Any, partner: Partner, **named: Any) -> None:
        super().__init__(*given, **named)
        choose = [("", _("Choose"))]
        self.fields["level"].choices = [*choose, *level_choices(partner)]  # type: ignore[attr-defined] # it is a choice field


class WhenForm(forms.Form):
    """A week: painted by a script, or as whole hours ticked in a table."""

    time_zone = forms.ChoiceField(label=_("On the clocks of"), choices=zone_choices)
    week = forms.RegexField(r"^[0-9a-f]{0,84}\Z", required=False)
    hours = forms.TypedMultipleChoiceField(
        coerce=int,
        required=False,
        choices=[(each, each) for each in range(0, weeks.SLOTS, 2)],
    )

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        kept["painted"] = self.painted()
        if not kept["painted"] and "fill" not in self.data:
            raise forms.ValidationError(
                _("Mark the hours you could meet, so that a date can be found.")
            )
        return kept

    def painted(self) -> int:
        """As the script wrote it, else the hours that are ticked."""
        if "week" in self.data:
            return weeks.read(self.cleaned_data.get("week", ""))
        ticked: Iterable[int] = self.cleaned_data.get("hours", ())
        return weeks.of_slots(slot for hour in ticked for slot in (hour, hour + 1))


class ChallengeForm(forms.Form):
    """One sentence, and whether a computer may compare it with those of others."""

    challenge = forms.CharField(
        label=_("The challenge you would bring, in one sentence"),
        help_text=_(
            "Something real of yours that has no single right answer. You can bring "
            "another to the meeting."
        ),
        max_length=LONGEST_SENTENCE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    may_compare = forms.BooleanField(
        label=_("It may help to find people with challenges like mine"),
        help_text=_(
            "Only a computer compares the sentences, on this server. Nobody is shown "
            "whose was near whose."
        ),
        required=False,
    )


class ApartForm(forms.Form):
    """With whom somebody would rather not sit."""

    apart = forms.CharField(
        label=_("I would rather not be in a set with"),
        help_text=_("Names or e-mail addresses, one on a line."),
        max_length=LONGEST_LIST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )


class FacilitatingForm(forms.Form):
    """Whether somebody could facilitate, and how many sets."""

    capacity = forms.TypedChoiceField(
        label=_("Could you facilitate?"),
        help_text=_(
            "You would look after the time and the process of another set than your "
            "own, or of your own. A guide on the screen tells you what comes next."
        ),
        coerce=int,
        widget=forms.RadioSelect,
    )

    def __init__(self, *given: Any, takes_part: bool, **named: Any) -> None:
        super().__init__(*given, **named)
        none = [(0, _("No, not this time"))] if takes_part else []
        most = max(MOST_SETS, self.initial.get("capacity", 0))
        some = [(number, _in_words(number)) for number in range(1, most + 1)]
        self.fields["capacity"].choices = [*none, *some]  # type: ignore[attr-defined] # it is a choice field
        if not takes_part:
            self.fields["capacity"].label = _("How many sets could you facilitate?")


def _in_words(sets: int) -> str:
    yes = ngettext("Yes, one set", "Yes, as many as %(number)d sets", sets)
    return yes % {"number": sets}


class OrganisationForm(forms.Form):
    """One more organisation."""

    name = forms.CharField(
        label=_("Name of the organisation"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


class OfficeForm(forms.Form):
    """Who is to look after the people of one organisation."""

    name = NameField(label=_("Name"), help_text="")
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("They get a letter with the way in."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class LevelsForm(forms.Form):
    """How one organisation calls its levels."""

    def __init__(self, *given: Any, partner: Partner, **named: Any) -> None:
        super().__init__(*given, **named)
        names = [*partner.level_names, *[""] * 5]
        for number in range(1, 6):
            self.fields[f"level_{number}"] = forms.CharField(
                label=gettext("Level %(number)d") % {"number": number},
                initial=names[number - 1],
                max_length=60,
                required=False,
            )

    @property
    def names(self) -> list[str]:
        return [self.cleaned_data[f"level_{number}"] for number in range(1, 6)]


class CompetitorsForm(forms.Form):
    """Two organisations whose people never sit in one set."""

    one = forms.ModelChoiceField(
        Partner.objects.none(), label=_("This organisation"), empty_label=_("Choose")
    )
    other = forms.ModelChoiceField(
        Partner.objects.none(), label=_("and this one"), empty_label=_("Choose")
    )

    def __init__(self, *given: Any, partners: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for name in ("one", "other"):
            field = self.fields[name]
            field.queryset = partners  # type: ignore[attr-defined] # it is a model choice field
            field.label_from_instance = _name_of  # type: ignore[attr-defined] # likewise


def _name_of(partner: Partner) -> str:
    return partner.organisation.name
