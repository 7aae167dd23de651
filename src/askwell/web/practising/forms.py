"""Reads what somebody does in a practice meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 600


class BeginForm(forms.Form):
    """How a case is begun."""

    with_help = forms.BooleanField(
        label=_("Show me what to say when something comes up"),
        required=False,
        initial=True,
    )


class StepForm(forms.Form):
    """One thing done, `after` so many steps."""

    after = forms.IntegerField(min_value=0)
    option = forms.IntegerField(min_value=0, required=False)
    about = forms.CharField(max_length=64, required=False)
    words = forms.CharField(
        max_length=LONGEST,
        required=False,
        error_messages={
            "max_length": _("That is long for one thing to say. Say it in fewer words.")
        },
    )
