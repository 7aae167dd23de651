"""What is typed about changes, and what one ticks as learned from."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.changes.models import Arrangement, ChangeEvent
from askwell.web.ui.days import within_reach


def not_ahead(day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError(_("Nobody has noticed it yet: choose a day until today."))


class ChangeForm(forms.Form):
    """One line of the log."""

    title = forms.CharField(
        label=_("What changed?"),
        help_text=_("In plain words. Write nothing here that was said in a set."),
        max_length=160,
    )
    impact = forms.TypedChoiceField(
        label=_("How much does it change?"),
        choices=ChangeEvent.Impact.choices,
        coerce=int,
        initial=ChangeEvent.Impact.MUCH,
        widget=forms.RadioSelect,
    )
    noticed_on = forms.DateField(
        label=_("When was it noticed?"),
        validators=[within_reach, not_ahead],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    area = forms.CharField(
        label=_("Where does it show?"),
        help_text=_("An area, a site, everywhere."),
        max_length=120,
        required=False,
    )

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())


class FindForm(forms.Form):
    """Looks for words in the log."""

    q = forms.CharField(label=_("Look for"), max_length=80, required=False)


class ArrangementForm(forms.ModelForm):  # type: ignore[type-arg] # not generic at run time
    """Who may add, and how many people there are."""

    class Meta:
        model = Arrangement
        fields = ("may_add", "headcount")
        widgets = {"may_add": forms.RadioSelect}  # as Django reads it
        labels = {  # as Django reads it
            "may_add": _("Who may add to the log?"),
            "headcount": _("How many people could take part?"),
        }
        help_texts = {  # as Django reads it
            "headcount": _("Everybody for whom a set is meant to be within reach."),
        }


class TickForm(forms.Form):
    """Some of several things, each with its own words beside it."""

    chosen = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        data: Any = None,
        *,
        label: object,
        choices: Sequence[tuple[str, object]],
        **given: Any,
    ) -> None:
        super().__init__(data, **given)
        chosen = self.fields["chosen"]
        chosen.label = str(label)
        chosen.choices = choices  # type: ignore[attr-defined] # of a choice field
