"""What is typed about learning elsewhere, badges, and pathways of a programme."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from askwell.facilitation.pathways import Level, Pathway, Requirement
from askwell.web.passports.credentials.checking import LONGEST
from askwell.web.programmes.models import LearningSet
from askwell.web.ui.days import within_reach

MOST_HOURS = 100
MOST = 9999


def _choices(form: forms.Form, name: str) -> forms.ChoiceField:
    return cast(forms.ChoiceField, form.fields[name])


class LearnedForm(forms.Form):
    """Something that somebody did to go on learning."""

    what = forms.CharField(
        label=_("What did you do?"),
        help_text=_("A course, a book, a talk, a visit: in your words."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    on = forms.DateField(
        label=_("When?"),
        validators=[within_reach],
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    hours = forms.DecimalField(
        label=_("How many hours?"),
        min_value=Decimal("0.1"),
        max_value=MOST_HOURS,
        max_digits=4,
        decimal_places=1,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
    )

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(
                _("This day is still to come. Write it down afterwards.")
            )
        return on


class SupervisionForm(forms.Form):
    """Which of somebody's sets are for supervision."""

    sets = forms.MultipleChoiceField(
        label=_("My supervision sets"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, among: Iterable[LearningSet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "sets").choices = [(str(each.pk), each.name) for each in among]


class CheckForm(forms.Form):
    """A badge to be checked, pasted or as a file."""

    badge = forms.CharField(
        label=_("Paste the badge"),
        help_text=_("It is one long word with two full stops in it."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or choose its file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".jwt,.txt,text/plain"}),
    )
    email = forms.EmailField(
        label=_("Whose is it said to be?"),
        help_text=_(
            "If you know the e-mail address, you can see whether it was given to them. "
            "The address is not kept."
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("file"):
            given["badge"] = self._read(given["file"])
        if not given.get("badge") and not self.errors:
            raise ValidationError(_("Paste a badge, or choose a file with one."))
        return given

    def _read(self, file: Any) -> str:
        if file.size > LONGEST:
            raise ValidationError(_("This file is too large to be a badge."))
        return str(file.read().decode("utf-8", "replace"))


class NumbersForm(forms.Form):
    """The numbers of a pathway: one field for each that may be changed."""

    def __init__(self, *args: Any, pathway: Pathway, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pathway = pathway
        for each in pathway.requirements:
            if not each.by_hand:
                self.fields[each.name] = _number(each)

    def of_level(self, level: Level) -> list[forms.BoundField]:
        return self._fields(level.requirements)

    def of_renewal(self) -> list[forms.BoundField]:
        renewal = self.pathway.renewal
        return self._fields(renewal.requirements if renewal else ())

    def _fields(self, among: Iterable[Requirement]) -> list[forms.BoundField]:
        return [self[each.name] for each in among if not each.by_hand]


def _number(requirement: Requirement) -> forms.FloatField:
    notes = [_now(requirement.note)] if requirement.note else []
    if other := requirement.otherwise:
        told = {
            "number": f"{other.at_least:g}",
            "note": _now(other.note),
            "source": _now(other.source),
        }
        notes.append(
            _now("Elsewhere it says %(number)s: “%(note)s” (%(source)s).") % told
        )
    return forms.FloatField(
        label=_now(requirement.title),
        help_text=" ".join(notes),
        min_value=0,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
    )


class AddedForm(forms.Form):
    """Something more that is confirmed by hand."""

    title = forms.CharField(
        label=_("What else do you ask for?"),
        help_text=_("As it will stand in people’s passports."),
        max_length=120,
    )
    level = forms.ChoiceField(label=_("At which level?"))

    def __init__(self, *args: Any, pathway: Pathway, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "level").choices = [
            (each.name, _now(each.title)) for each in pathway.levels
        ]


class ConfirmForm(forms.Form):
    """What is confirmed, of whom."""

    person = forms.ChoiceField(label=_("Who?"))
    requirement = forms.ChoiceField(label=_("What have they done?"))

    def __init__(
        self,
        *args: Any,
        people: Iterable[tuple[str, str]],
        pathway: Pathway,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        asked = [
            (each.name, _now(each.title))
            for each in pathway.requirements
            if each.by_hand
        ]
        for name, choices in (("person", people), ("requirement", asked)):
            _choices(self, name).choices = [("", _now("Choose")), *choices]
