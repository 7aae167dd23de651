"""What a member answers about their set, alone."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from askwell.facilitation.readiness import SAFE_STEPS, BroughtBack
from askwell.web.handing.models import Duty

BACKS = {
    BroughtBack.ONE_OF_US: _("Mostly one of us others"),
    BroughtBack.BOTH: _("One of us as often as whoever facilitates"),
    BroughtBack.FACILITATOR: _("Mostly whoever facilitates"),
    BroughtBack.NOBODY: _("Nobody, as a rule"),
}


class QuestionsForm(forms.Form):
    """Both are asked for: an answer left out could be anybody’s."""

    safe = forms.TypedChoiceField(
        label=_("In this set I can say what is hard to say."),
        help_text=_("From 1, not at all, to 7, entirely."),
        choices=[(each, str(each)) for each in SAFE_STEPS],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the seven.")},
    )
    brought_back = forms.TypedChoiceField(
        label=_("When our talk drifts, who brings it back?"),
        help_text=_("Into advice, say, or away from whoever presents."),
        choices=[(each.value, words) for each, words in BACKS.items()],
        coerce=BroughtBack,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the four.")},
    )


class SwapForm(forms.Form):
    """One turn of one’s own, and one of somebody else’s."""

    def __init__(self, *args: Any, turns: QuerySet[Duty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("mine", "theirs"):
            self.fields[name] = forms.ModelChoiceField(turns)
