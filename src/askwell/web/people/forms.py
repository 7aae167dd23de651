"""What people type about themselves."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person, check_name


class NameField(forms.CharField):
    """A person's name, as others in the set will see it."""

    def __init__(self, **given: Any) -> None:
        given = {
            "label": _("Your name"),
            "help_text": _("As the others in your set will see it."),
            "max_length": 120,
            "validators": [check_name],
            "widget": forms.TextInput(attrs={"autocomplete": "name"}),
            **given,
        }
        super().__init__(**given)


class SignupForm(forms.Form):
    """What allauth's own sign-up form is made from: it adds address and password."""

    name = NameField()

    field_order = ["name", "email", "password1"]

    def signup(self, request: HttpRequest, user: Person) -> None:
        """The name is already kept by the adapter; allauth asks for this method."""


class ProofForm(forms.Form):
    """Name and address of somebody who was invited."""

    name = NameField()
    email = forms.EmailField(
        label=_("Your e-mail"),
        help_text=_("We mail you a code to type on the next page."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CodeForm(forms.Form):
    """The code from the mail; spaces do no harm. The browser tells whose clocks."""

    code = forms.CharField(
        label=_("The code from the mail"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "spellcheck": "false",
            }
        ),
    )
    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def clean_time_zone(self) -> str:
        return zone_told(self.cleaned_data["time_zone"])


def zone_told(told: str) -> str:
    """A browser that says nothing sensible is not held against anybody."""
    return told if told in available_timezones() else ""


def zone_choices() -> list[tuple[str, str]]:
    """Every place with clocks of its own, by name."""
    places = sorted(zone for zone in available_timezones() if "/" in zone)
    known = [zone for zone in places if not zone.startswith(("Etc/", "SystemV/"))]
    return [("UTC", "UTC"), *((zone, zone.replace("_", " ")) for zone in known)]


class DetailsForm(forms.Form):
    """What a person may change about themselves at any time."""

    name = NameField()
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("Times of meetings are shown to you in it."),
        choices=zone_choices,
    )
    wants_hints = forms.BooleanField(
        label=_("Hints while I write"),
        help_text=_(
            "When what you write in a meeting could be heard as advice, the question "
            "coach says so, to you alone, and you choose what to send."
        ),
        required=False,
    )
