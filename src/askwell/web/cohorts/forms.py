"""What is typed about a training cohort and the people in it."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.facilitation.contexts import CONTEXTS
from askwell.practice.cases import CASES
from askwell.web.cohorts.models import Place
from askwell.web.programmes.models import LearningSet
from askwell.web.running.forms import DayField


class CohortForm(forms.Form):
    """What a cohort is called, where its people will facilitate, and how long."""

    name = forms.CharField(label=_("What is it called?"), max_length=120)
    context = forms.ChoiceField(
        label=_("Where will they facilitate?"),
        choices=lambda: [(each.name, gettext(each.title)) for each in CONTEXTS],
        widget=forms.RadioSelect,
    )
    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until"))
    cases = forms.MultipleChoiceField(
        label=_("Practice sets you would like them to try"),
        help_text=_("A wish, not a duty. You do not see who has tried which."),
        choices=lambda: [(each.name, gettext(each.title)) for each in CASES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", gettext("Choose a day after the first one."))
        return given


class InvitationForm(forms.Form):
    """Whom to ask, and for what."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Somebody from your list of people, or anybody else."),
    )
    part = forms.ChoiceField(
        label=_("What are they asked for?"),
        choices=[
            (Place.Part.TRAINEE, _("To learn to facilitate")),
            (Place.Part.TRAINER, _("To watch others facilitate, and help")),
        ],
        widget=forms.RadioSelect,
        initial=Place.Part.TRAINEE,
    )


class WatchedForm(forms.Form):
    """In which of one’s sets one would like to be watched."""

    learning_set = forms.ChoiceField(label=_("In which set?"))

    def __init__(self, data: Any = None, *, sets: list[LearningSet]) -> None:
        super().__init__(data)
        field = cast(forms.ChoiceField, self.fields["learning_set"])
        field.choices = [(str(each.pk), each.name) for each in sets]
