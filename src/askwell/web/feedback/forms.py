"""What facilitators, members and observers write or choose."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from askwell.facilitation.competencies import COMPETENCIES
from askwell.facilitation.duties import ANSWERS, DUTIES, WENT_WORDS, Went
from askwell.web.feedback.reading import FROM_1_TO_4, Rating, Reviewed
from askwell.web.ui.days import within_reach

MOST, MOST_OF_A_LINE = 4000, 300
NOT_SEEN = "none"


def _lines(label: Any, *, help_text: Any = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=MOST,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class ReviewForm(forms.Form):
    """A word for each of the four duties, or none, and two free lines."""

    same = _lines(_("What I would do the same"), rows=2)
    differently = _lines(_("What I would do differently"), rows=2)
    line = _lines(
        _("A line for my practice log"),
        help_text=_("What I take from this meeting for my facilitating."),
        rows=2,
    )

    def __init__(self, data: Any = None, *, kept: Reviewed) -> None:
        words = {"same": kept.same, "differently": kept.differently}
        super().__init__(data, initial=words)
        for duty in DUTIES:
            went = kept.went.get(duty.name)
            self.fields[duty.name] = forms.ChoiceField(
                label=gettext_lazy("How did it go?"),
                choices=[(each.value, gettext(WENT_WORDS[each])) for each in Went],
                required=False,
                initial=went.value if went else None,
                widget=forms.RadioSelect,
            )

    @property
    def says_something(self) -> bool:
        return any(self.cleaned_data.values())

    @property
    def went(self) -> dict[str, Went]:
        chosen = {each.name: self.cleaned_data[each.name] for each in DUTIES}
        return {name: Went(word) for name, word in chosen.items() if word}


class AnswersForm(forms.Form):
    """All four are asked for: what is left out could be anybody’s."""

    def __init__(self, data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        for duty in DUTIES:
            self.fields[duty.name] = forms.TypedChoiceField(
                label=gettext(duty.item),
                choices=[(value, gettext(words)) for value, words in ANSWERS.items()],
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of the three.")},
            )


def about_choices() -> list[tuple[str, Any]]:
    """Nothing, a duty or a competency."""
    return [
        ("", _("Nothing in particular")),
        (gettext("Duties"), [(each.name, gettext(each.title)) for each in DUTIES]),
        (
            gettext("Competencies"),
            [(each.name, gettext(each.title)) for each in COMPETENCIES],
        ),
    ]


class LineForm(forms.Form):
    """One line of the practice log."""

    on = forms.DateField(
        label=_("Day"),
        validators=[within_reach],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    words = forms.CharField(
        label=_("What happened, and what I learned from it"),
        help_text=_(
            "About your own facilitating. Leave out names, and what somebody brought "
            "to the set."
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    about = forms.ChoiceField(label=_("What it is about"), required=False)
    meeting = forms.ChoiceField(label=_("Which meeting"), required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        meetings: Mapping[UUID, str],
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        today = {"on": timezone.localdate()}
        super().__init__(data, initial=today | dict(initial or {}))
        choices = [(str(key), name) for key, name in meetings.items()]
        fields: Any = self.fields
        fields["about"].choices = about_choices()
        fields["meeting"].choices = [("", _("None")), *choices]

    @property
    def meeting_key(self) -> UUID | None:
        chosen = self.cleaned_data["meeting"]
        return UUID(chosen) if chosen else None


class WhomForm(forms.Form):
    """Somebody by their address."""

    email = forms.EmailField(
        label=_("Their e-mail"),
        help_text=_("Somebody who is in a programme together with you."),
    )


class RatingsForm(forms.Form):
    """The ten competencies; only a draft may leave something open."""

    def __init__(
        self,
        data: Any = None,
        *,
        kept: Mapping[str, Rating] | None = None,
        is_draft: bool = False,
    ) -> None:
        super().__init__(data)
        self.is_draft = is_draft
        for each in COMPETENCIES:
            known = (kept or {}).get(each.name)
            self.fields[each.name] = forms.ChoiceField(
                label=gettext(each.title),
                help_text=gettext(each.seen_as),
                choices=[(NOT_SEEN, _("Not seen")), *FROM_1_TO_4.items()],
                required=not is_draft,
                error_messages={
                    "required": _("Choose one, if only “not seen”."),
                },
                initial=_initial(known),
                widget=forms.RadioSelect,
            )
            self.fields[f"{each.name}_seen"] = forms.CharField(
                label=_("What you saw or heard them do"),
                max_length=MOST_OF_A_LINE,
                required=False,
                initial=known.evidence if known else "",
            )

    def clean(self) -> None:
        """A number that is signed needs a sentence of what was seen."""
        for name, each in self.ratings.items():
            if not (self.is_draft or each.rating is None or each.evidence):
                self.add_error(f"{name}_seen", _("Write what you saw or heard."))

    @property
    def ratings(self) -> dict[str, Rating]:
        """Of those for which something was chosen or written."""
        found = {}
        for each in COMPETENCIES:
            chosen = self.cleaned_data.get(each.name)
            seen = self.cleaned_data.get(f"{each.name}_seen", "")
            if chosen:
                number = None if chosen == NOT_SEEN else int(chosen)
                found[each.name] = Rating(number, seen)
        return found


def _initial(known: Rating | None) -> str | None:
    if known is None:
        return None
    return NOT_SEEN if known.rating is None else str(known.rating)


class ReplyForm(forms.Form):
    """What somebody says to what was written of them."""

    words = _lines(
        _("What I say to it"),
        help_text=_("It stands below the observation for whoever you show it to."),
    )
