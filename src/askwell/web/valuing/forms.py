"""What is typed about costs, about what was spared, and about who is available."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.insight.valuing import LARGEST_SET, SET_SIZE, SMALLEST_SET
from askwell.web.valuing.models import Costing

Words = Any
CHOOSE = [("", _("Choose"))]
MOST_MONEY = 99_999_999
MOST_PEOPLE = 100_000


def _money(label: Words, help_text: Words = "") -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"})
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=0,
        max_value=MOST_MONEY,
        max_digits=11,
        decimal_places=2,
        widget=widget,
    )


def _number(
    label: Words,
    help_text: Words = "",
    *,
    most: int = MOST_PEOPLE,
    least: int = 0,
    **given: Any,
) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=least,
        max_value=most,
        widget=widget,
        **{"required": False, **given},
    )


class CostsForm(forms.Form):
    """What an hour and a year cost; what is left empty is not known."""

    currency = forms.ChoiceField(
        label=_("In which currency do you count?"),
        choices=CHOOSE + Costing.Currency.choices,
    )
    facilitator_hour = _money(
        _("An hour of a facilitator"),
        _("Fee or salary with everything on top. Write 0 if it costs nothing."),
    )
    beside_hours = forms.DecimalField(
        label=_("Their hours beside each meeting"),
        help_text=_("Preparing, travelling, following up."),
        required=False,
        min_value=0,
        max_value=99,
        max_digits=4,
        decimal_places=1,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
    )
    member_hour = _money(
        _("An hour of a member’s time"),
        _("An average is enough. It is usually the largest part of what sets cost."),
    )
    platform_year = _money(
        _("Askwell, a year"), _("Running the server and looking after it.")
    )
    other_year = _money(
        _("Everything else, a year"), _("Rooms, travel, training, your own time.")
    )
    coach_session = _money(
        _("One session with a coach"),
        _("To compare with. Leave it empty if you do not know."),
    )
    coach_sessions = _number(_("Sessions for each person"), most=200)
    coach_people = _number(
        _("People one coach can take on"),
        _("Ask your coaches: it differs widely."),
        most=500,
    )

    GROUPS = {
        "time": ("facilitator_hour", "beside_hours", "member_hour"),
        "year": ("platform_year", "other_year"),
        "coaching": ("coach_session", "coach_sessions", "coach_people"),
    }

    def group(self, name: str) -> list[forms.BoundField]:
        return [self[each] for each in self.GROUPS[name]]

    @property
    def time(self) -> list[forms.BoundField]:
        return self.group("time")

    @property
    def year(self) -> list[forms.BoundField]:
        return self.group("year")

    @property
    def coaching(self) -> list[forms.BoundField]:
        return self.group("coaching")


class SparedForm(forms.Form):
    """What one would otherwise have bought, and how sure one is."""

    bought = forms.CharField(
        label=_("What would you otherwise have bought?"),
        help_text=_("A consultant’s week, a course, a tool. For yourself alone."),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    amount = _number(
        _("About how much would it have cost?"), most=MOST_MONEY, required=True
    )
    currency = forms.ChoiceField(
        label=_("In which currency?"), choices=CHOOSE + Costing.Currency.choices
    )
    share = _number(
        _("How much of that do you owe to the set, in percent?"),
        _("100 if nothing else helped; less if other things did."),
        most=100,
        required=True,
    )
    sure = _number(
        _("How sure are you of all this, in percent?"),
        _("It counts only as far as you are sure. 50 is a perfectly good answer."),
        most=100,
        required=True,
    )


class CapacityForm(forms.Form):
    """Who is available, and how many people there are; all of it may be left out."""

    people = _number(_("People you would like to reach"))
    coaches = _number(_("Coaches available"), most=10_000)
    per_coach = _number(
        _("People one coach can take on"),
        _("Ask your coaches: it differs widely."),
        most=500,
    )
    new = _number(
        _("Facilitators who are new to it"),
        _("Each looks after three sets at most."),
        most=10_000,
    )
    experienced = _number(
        _("Experienced facilitators"),
        _("Each looks after six sets at most."),
        most=10_000,
    )
    size = _number(
        _("People in a set"),
        _("Four to eight; six is usual."),
        least=SMALLEST_SET,
        most=LARGEST_SET,
        initial=SET_SIZE,
    )
