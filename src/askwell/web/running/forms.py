"""What is typed about a programme."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from askwell.web.people.forms import zone_choices
from askwell.web.people.models import Organisation, check_name
from askwell.web.programmes.forms import FOREMOST, format_choices
from askwell.web.programmes.models import Initiative, Office, Programme
from askwell.web.programmes.points import points_of, words_of
from askwell.web.running.operations.making import Home
from askwell.web.ui.days import within_reach

For = Programme.For
FOR: dict[str, Promise] = {
    For.LEADERSHIP: _(
        "People learn to lead by working on what they lead already, with peers who ask."
    ),
    For.ACROSS: _(
        "People who would not meet otherwise help one another, and trust grows between "
        "their organisations."
    ),
    For.NETWORK: _(
        "Owners and managers of separate firms, who have nobody above them to ask."
    ),
    For.NEW_WAYS: _("People bring one new way of working into many different places."),
    For.CHANGE: _(
        "People who meet one change from different sides learn as fast as it moves."
    ),
}
LENGTHS = {
    60: _("An hour"),
    90: _("An hour and a half"),
    120: _("Two hours"),
    150: _("Two and a half hours"),
    180: _("Three hours"),
    240: _("Half a day"),
}
NEW, NEUTRAL = "new", "neutral"


def _explained(title: object, words: object) -> SafeString:
    return format_html(
        '<strong>{}</strong><br><span class="soft">{}</span>', title, words
    )


def _first_letter(label: object) -> str:
    words = str(label)
    return words[:1].upper() + words[1:]


class DayField(forms.DateField):
    """A day, as a browser asks for it."""

    def __init__(self, **given: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, validators=[within_reach], **given)


class PurposeForm(forms.Form):
    """What a programme is for, what should be different after it, and its name."""

    meant_for = forms.ChoiceField(
        label=_("What the programme is for"),
        choices=lambda: [
            (each.value, _explained(_first_letter(each.label), FOR[each]))
            for each in For
        ],
        widget=forms.RadioSelect,
        initial=For.LEADERSHIP,
    )
    aim = forms.CharField(
        label=_("What should be different after it?"),
        help_text=_("One sentence. Everybody who is asked to take part reads it."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    name = forms.CharField(
        label=_("What shall the programme be called?"), max_length=80
    )


class NewProgrammeForm(PurposeForm):
    """A programme about to begin; its id comes with the form, so that twice is once."""

    programme_id = forms.UUIDField(widget=forms.HiddenInput)
    at_home = forms.ChoiceField(
        label=_("Where is it at home?"),
        help_text=_("Whose programme it is. Others can take part in any case."),
        widget=forms.RadioSelect,
    )
    new_home = forms.CharField(
        label=_("Its name, if it is not listed above"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )

    field_order = ("programme_id", "meant_for", "aim", "name", "at_home", "new_home")

    def __init__(
        self,
        data: Any = None,
        *,
        organisations: list[Organisation],
        initial: dict[str, Any],
    ) -> None:
        known = [(str(each.pk), _at_home_in(each)) for each in organisations]
        first = known[0][0] if known else NEW
        another = _("In another organisation") if known else _("In an organisation")
        super().__init__(data, initial={"at_home": first, **initial})
        if not known:
            self.fields["new_home"].label = _("Name of the organisation")
        self.fields["at_home"].choices = [  # type: ignore[attr-defined] # of a ChoiceField
            *known,
            (NEW, _explained(another, _("For its own people, to begin with."))),
            (NEUTRAL, _explained(_("In none: neutral ground"), ON_NEUTRAL_GROUND)),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("at_home") != NEW:
            self.errors.pop("new_home", None)
        cleaned["new_home"] = " ".join(cleaned.get("new_home", "").split())
        return cleaned

    @property
    def home(self) -> Home:
        """Where it was said to be at home."""
        match self.cleaned_data["at_home"]:
            case "new":
                return Home(new=self.cleaned_data["new_home"])
            case "neutral":
                return Home()
            case known:
                return Home(known=UUID(known))


ON_NEUTRAL_GROUND = _(
    "For people of several organisations. Each sees and invites only its own."
)


def _at_home_in(organisation: Organisation) -> SafeString:
    return _explained(organisation.name, _("For its own people, to begin with."))


class DatesForm(forms.Form):
    """When, how often, how long and in which way its sets meet."""

    starts_on = DayField(label=_("Begins"))
    ends_on = DayField(label=_("Ends"))
    meetings = forms.IntegerField(
        label=_("Meetings of each set"), min_value=1, max_value=24
    )
    every_weeks = forms.IntegerField(
        label=_("Weeks from one to the next"), min_value=1, max_value=26
    )
    minutes = forms.TypedChoiceField(
        label=_("How long is a meeting?"), choices=list(LENGTHS.items()), coerce=int
    )
    format = forms.ChoiceField(
        label=_("In which way will they meet?"),
        choices=lambda: format_choices(FOREMOST),
        widget=forms.RadioSelect,
    )
    time_zone = forms.ChoiceField(
        label=_("Home time zone"),
        help_text=_("New sets keep their hour on these clocks."),
        choices=zone_choices,
    )

    WHEN = ("starts_on", "ends_on")
    PACE = ("meetings", "every_weeks", "minutes")

    @property
    def when(self) -> list[forms.BoundField]:
        return [self[name] for name in self.WHEN]

    @property
    def pace(self) -> list[forms.BoundField]:
        return [self[name] for name in self.PACE]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("It ends before it begins. Look at the years."))
        return cleaned


def as_arranged(programme: Programme) -> dict[str, Any]:
    """What the form of dates shows first."""
    return {name: getattr(programme, name) for name in DatesForm.base_fields}


class CohortForm(forms.Form):
    """People who start together: how they are called, and from when they meet."""

    name = forms.CharField(label=_("Name of the cohort"), max_length=80)
    starts_on = DayField(label=_("First meetings in the week of"))


class InitiativeForm(forms.Form):
    """Something else the organisation does that the programme sits beside."""

    name = forms.CharField(label=_("What it is called"), max_length=120)
    link = forms.URLField(
        label=_("Where to read about it"),
        help_text=_("May stay empty."),
        max_length=500,
        required=False,
        assume_scheme="https",
        validators=Initiative._meta.get_field("link").validators,
    )


class OfficeForm(forms.Form):
    """To whom an office is given."""

    kind = forms.ChoiceField(
        label=_("As what?"),
        choices=lambda: [
            (
                Office.Kind.MANAGER.value,
                _explained(
                    _("Manager"), _("Looks after the programme together with you.")
                ),
            ),
            (
                Office.Kind.SPONSOR.value,
                _explained(
                    _("Sponsor"), _("Backs it; sees a few figures, and no names.")
                ),
            ),
        ],
        widget=forms.RadioSelect,
        initial=Office.Kind.SPONSOR,
    )
    name = forms.CharField(
        label=_("Their name"), max_length=120, validators=[check_name]
    )
    email = forms.EmailField(
        label=_("Their e-mail"),
        help_text=_("They are told by mail, and sign in with this address."),
    )


class TemplateForm(forms.Form):
    """What the sets of a programme begin with."""

    attendance = forms.ChoiceField(
        label=_("What shall the programme learn of who came?"),
        help_text=_(
            "It stands in every set's agreement, and any member may lower it for "
            "their set. Nobody can raise it."
        ),
        choices=lambda: [
            (each.value, _explained(_first_letter(each.label), LEARNS[each]))
            for each in Programme.Attendance
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("The points each set begins with"),
        help_text=_(
            "One point to a paragraph. Each set makes them its own. Leave it empty "
            "for the usual ones."
        ),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 28}),
    )

    def clean_words(self) -> str:
        return words_of(points_of(self.cleaned_data["words"]))


LEARNS: dict[str, Promise] = {
    Programme.Attendance.NOTHING: _("Only when sets meet, and that they did."),
    Programme.Attendance.COUNTS: _("Enough to notice a set that thins out."),
    Programme.Attendance.NAMES: _(
        "Told to each organisation about its own people alone. People speak more "
        "freely without."
    ),
}
