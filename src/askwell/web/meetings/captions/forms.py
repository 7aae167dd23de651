"""What somebody pastes to have it read."""

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_LETTERS = 100_000


class PasteForm(forms.Form):
    """Lines of captions; they are read and never shown again."""

    said = forms.CharField(
        label=_("What was said"),
        help_text=_("“Name: words”, one turn on each line; or captions as WebVTT."),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(
            attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"}
        ),
    )
