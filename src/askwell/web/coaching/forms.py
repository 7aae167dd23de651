"""What is said of a reading, and of a line that is given away."""

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.coach import TurnKind
from askwell.web.coaching.wording import KINDS


class MeaningForm(forms.Form):
    """How somebody means a contribution of theirs."""

    meant = forms.TypedChoiceField(
        label=_("I mean it as"),
        choices=[(kind.value, words) for kind, words in KINDS.items()],
        coerce=TurnKind,
        widget=forms.RadioSelect,
    )


class GiftForm(forms.Form):
    """A yes or a no."""

    gives = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
    )


class LineForm(forms.Form):
    """What more to mask in a line of one's own, or to leave it out."""

    masks = forms.CharField(
        label=_("Take these words out as well"),
        help_text=_("One row for each word or phrase."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_left_out = forms.BooleanField(
        label=_("Leave this line out altogether"), required=False
    )
