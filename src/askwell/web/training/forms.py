"""Reads what somebody chooses and writes while they learn."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 400


class QuestionForm(forms.Form):
    """One question in the gym; it is read and not kept."""

    words = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Write a question first; any will do for a beginning."),
            "max_length": _("That is long for one question. Ask it in fewer words."),
        },
    )
