"""What an owner types about their own action."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ActionForm(forms.Form):
    """A step, its day, and how one would know."""

    words = forms.CharField(
        label=_("What will you do?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due_on = forms.DateField(
        label=_("By when?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    how_known = forms.CharField(
        label=_("How will you know?"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
