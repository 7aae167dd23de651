"""What is typed about the sets of a cohort."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.composer.brief import USUAL_WEIGHTS
from askwell.web.composing.models import Pairing, Terms
from askwell.web.composing.models.terms import Weight
from askwell.web.composing.words.names import WISHED, WISHES
from askwell.web.enrolments.models import Enrolment

ANY = ""
GAPS = (
    (ANY, _("as far as you like")),
    (0, _("not at all: one level only")),
    (1, _("one level")),
    (2, _("two levels")),
    (3, _("three levels")),
)


def wish_field(wish: str) -> str:
    return f"wish_{wish}"


class TermsForm(forms.ModelForm):  # type: ignore[type-arg] # not generic at run time
    """Rules and wishes on one page, in plain words."""

    level_gap = forms.TypedChoiceField(
        label=_("How far may levels in a set lie apart?"),
        choices=GAPS,
        coerce=int,
        empty_value=None,
        required=False,
    )
    unlike = forms.TypedChoiceField(
        label=_("Which challenges should sit together?"),
        choices=(
            (False, _("alike: people who face the same")),
            (True, _("unlike: fresh eyes on each")),
        ),
        coerce="True".__eq__,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Terms
        fields = (
            "sets",
            "size_min",
            "size_max",
            "level_gap",
            "min_organisations",
            "max_per_organisation",
            "beginnings",
            "unlike",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["size_min"].label = _("People in a set, at least")
        self.fields["size_max"].label = _("People in a set, at most")
        self.fields["sets"].help_text = _("Leave it empty for sets of about six.")
        self.fields["max_per_organisation"].help_text = _(
            "Leave it empty if any number may sit together."
        )
        for wish in USUAL_WEIGHTS:
            self.fields[wish_field(wish)] = forms.TypedChoiceField(
                label=WISHES[wish],
                help_text=WISHED[wish],
                choices=Weight.choices,
                coerce=int,
                initial=self.instance.wishes.get(wish, int(Weight.AS_USUAL)),
                widget=forms.RadioSelect,
            )

    @property
    def wishes(self) -> list[forms.BoundField]:
        """The sliders, in the order of the measure."""
        return [self[wish_field(wish)] for wish in USUAL_WEIGHTS]

    def clean(self) -> dict[str, Any]:
        known = super().clean() or {}
        smallest, largest = known.get("size_min"), known.get("size_max")
        if smallest and largest and largest < smallest:
            self.add_error("size_max", _("This has to be as many as the least."))
        if not any(known.get(wish_field(wish)) for wish in USUAL_WEIGHTS):
            self.add_error(None, _("Let at least one wish count something."))
        return known

    def save(self, commit: bool = True) -> Terms:
        terms = super().save(commit=False)
        terms.wishes = {
            wish: self.cleaned_data[wish_field(wish)] for wish in USUAL_WEIGHTS
        }
        if commit:
            terms.save()
        return terms  # type: ignore[no-any-return] # untyped form, see above


class ByName(forms.ModelChoiceField):  # type: ignore[type-arg] # nor this
    """People of a cohort, by their names."""

    def label_from_instance(self, obj: Enrolment) -> str:
        return obj.name


class PairForm(forms.Form):
    """Two people whom the manager wants together, or apart."""

    kind = forms.ChoiceField(
        label=_("shall sit"), choices=Pairing.Kind.choices, widget=forms.Select
    )

    def __init__(self, people: list[Enrolment], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = Enrolment.objects.filter(pk__in=[one.pk for one in people])
        self.fields["one"] = ByName(here, label=_("Somebody"), empty_label=_("Choose"))
        self.fields["other"] = ByName(here, label=_("and"), empty_label=_("Choose"))
        self.order_fields(["one", "kind", "other"])

    def clean(self) -> dict[str, Any]:
        known = super().clean() or {}
        if known.get("one") and known.get("one") == known.get("other"):
            self.add_error("other", _("Choose two different people."))
        return known


class NameForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80)
