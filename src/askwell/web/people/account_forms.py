"""The forms of django-allauth in our own words: labels, and no placeholders."""

from typing import Any, cast

from allauth.account import forms as theirs
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from askwell.web.people.forms import zone_told
from askwell.web.people.models import Person

LABELS = {
    "login": _("Your e-mail"),
    "email": _("Your e-mail"),
    "password": _("Your password"),
    "oldpassword": _("Your present password"),
    "password1": _("A password"),
    "password2": _("The same once more"),
    "code": _("The code from the mail"),
}


class InOurWords:
    """A placeholder is no label: it goes as soon as somebody types."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
        if "password" in self.fields:
            self.fields["password"].help_text = ""


class LoginForm(InOurWords, theirs.LoginForm):
    """E-mail and password."""


class SignupForm(InOurWords, theirs.SignupForm):
    """Name, e-mail and password; the browser tells on whose clocks they live."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _("At least ten characters.")
        self.fields["time_zone"] = forms.CharField(
            required=False, max_length=64, widget=forms.HiddenInput
        )

    def clean_time_zone(self) -> str:
        return zone_told(str(self.cleaned_data["time_zone"]))

    def custom_signup(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().custom_signup(request, user)
        if told := self.cleaned_data["time_zone"]:
            person = cast(Person, user)
            person.time_zone = told
            person.save(update_fields=["time_zone"])


class RequestLoginCodeForm(InOurWords, theirs.RequestLoginCodeForm):
    """E-mail, to sign in by code."""


class ConfirmLoginCodeForm(InOurWords, theirs.ConfirmLoginCodeForm):
    """The code, to sign in."""


class ConfirmEmailVerificationCodeForm(
    InOurWords, theirs.ConfirmEmailVerificationCodeForm
):
    """The code, for a new address."""


class ConfirmPasswordResetCodeForm(InOurWords, theirs.ConfirmPasswordResetCodeForm):
    """The code, for a new password."""


class ResetPasswordForm(InOurWords, theirs.ResetPasswordForm):
    """E-mail, for a new password."""


class ResetPasswordKeyForm(InOurWords, theirs.ResetPasswordKeyForm):
    """The new password, twice."""


class AddEmailForm(InOurWords, theirs.AddEmailForm):
    """Another address."""


class ChangePasswordForm(InOurWords, theirs.ChangePasswordForm):
    """The present password and a new one."""


class SetPasswordForm(InOurWords, theirs.SetPasswordForm):
    """A first password for somebody who has signed in by code."""


class ReauthenticateForm(InOurWords, theirs.ReauthenticateForm):
    """The password once more, before something that matters."""
