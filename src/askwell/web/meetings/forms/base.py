"""What every act of the room has in common: a small form that makes a command."""

from enum import StrEnum
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.process.commands import Command
from askwell.process.people import PersonId


def said(*, required: bool = False) -> forms.CharField:
    """What a person says or writes; nothing is `None`. The process sets the limit."""
    return forms.CharField(required=required, empty_value=None)


def someone(*, required: bool = True) -> forms.CharField:
    """A person's id; nobody is `None`."""
    return forms.CharField(required=required, max_length=64, empty_value=None)


def number(*, required: bool = True) -> forms.IntegerField:
    """The number of a contribution, a hand, an action ..."""
    return forms.IntegerField(required=required, min_value=1)


def one_of(
    choices: type[StrEnum], *, default: StrEnum | None = None
) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=[(choice.value, choice.value) for choice in choices],
        coerce=choices,
        required=default is None,
        empty_value=default,
    )


class YesField(forms.Field):
    """A yes or a no that a button carries; absent, it is yes."""

    def to_python(self, value: str | None) -> bool:
        if value not in (None, "", "yes", "no"):
            raise forms.ValidationError(_("Choose one of the answers shown."))
        return value != "no"


def yes() -> YesField:
    return YesField(required=False)


class ActForm(forms.Form):
    """Checks what was sent and makes the command; the process judges it."""

    makes: ClassVar[type[Command]]

    def command(self, *, by: PersonId, token: str) -> Command:
        return self.makes(by=by, token=token, **self.values())

    def values(self) -> dict[str, Any]:
        """What the command takes beside its author and token."""
        return self.cleaned_data


class SpokenForm(ActForm):
    """An act that can be noted for somebody else, who has spoken aloud."""

    speaker = someone(required=False)


class StepForm(ActForm):
    """A facilitator's step, sent with the number of the phase they see."""

    expected_phase = forms.IntegerField(min_value=0)
