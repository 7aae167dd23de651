"""What an owner types about their own action."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.actions.models import Scale, Status
from askwell.web.programmes.models import LearningSet
from askwell.web.topics.models import Topic
from askwell.web.ui.days import within_reach

LONGEST = 2_000
NOT_ABOUT_A_TOPIC = ("", _("None in particular"))


def said(
    label: Any, *, rows: int = 2, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    """Words in a box that grows; nothing is None."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST,
        required=required,
        empty_value=None,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class ActionForm(forms.Form):
    """A step, its day, and how one would know."""

    words = said(_("What will you do?"), rows=3, required=True)
    due_on = forms.DateField(
        label=_("By when?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    how_known = said(_("How will you know?"))


class ChooseForm(ActionForm):
    """An action between meetings: in which set, and about which topic of one's own."""

    learning_set = forms.ModelChoiceField(
        LearningSet.objects.none(),
        label=_("Which set hears how it went?"),
        empty_label=None,
    )
    topic = forms.TypedChoiceField(label=_("Is it about a topic?"), required=False)

    def __init__(
        self,
        *args: Any,
        sets: Sequence[LearningSet],
        topics: Sequence[Topic],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer_sets(sets)
        self._offer_topics(topics)

    def _offer_sets(self, sets: Sequence[LearningSet]) -> None:
        field = cast("forms.ModelChoiceField[LearningSet]", self.fields["learning_set"])
        field.queryset = LearningSet.objects.filter(pk__in=[one.pk for one in sets])
        if len(sets) == 1:
            field.initial, field.widget = sets[0], forms.HiddenInput()

    def _offer_topics(self, topics: Sequence[Topic]) -> None:
        if not topics:
            del self.fields["topic"]
            return
        field = cast(forms.TypedChoiceField, self.fields["topic"])
        by_id = {str(one.pk): one for one in topics}
        field.choices = [
            NOT_ABOUT_A_TOPIC,
            *((key, one.headline or "…") for key, one in by_id.items()),
        ]
        field.coerce, field.empty_value = by_id.get, None


class NoteForm(forms.Form):
    """A line about how it goes."""

    words = said(_("How is it going?"), required=True)


class ScaleForm(forms.Form):
    """Five levels in one's own words, as many as one likes, and where one stands."""

    much_more = said(_("+2  Much more than I expect"))
    more = said(_("+1  More than I expect"))
    expected = said(_("0  What I expect"))
    less = said(_("−1  Less than I expect"))
    much_less = said(_("−2  Much less than I expect"))
    now = forms.TypedChoiceField(
        label=_("Where do things stand today?"),
        choices=[],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = cast(forms.TypedChoiceField, self.fields["now"])
        levels.choices = [("", _("I would rather not say")), *Scale.Level.choices]

    def levels(self) -> dict[str, str | None]:
        """The words of each level, without where things stand."""
        return {name: said for name, said in self.cleaned_data.items() if name != "now"}


class ReminderForm(forms.Form):
    """A moment by the owner's own clocks."""

    day = forms.DateField(
        label=_("Day"),
        validators=[within_reach],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    hour = forms.TimeField(
        label=_("Time"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def clean(self) -> dict[str, Any]:
        """Both together, in the person's zone; an hour that clocks skip is refused."""
        values = super().clean() or {}
        day, hour = values.get("day"), values.get("hour")
        if day and hour:
            moment = forms.DateTimeField().clean(f"{day:%Y-%m-%d} {hour:%H:%M}")
            self._check(moment)
            values["due_at"] = moment
        return values

    def _check(self, moment: datetime) -> None:
        if moment <= timezone.now():
            self.add_error("day", _("Choose a moment that is still to come."))


class TellingForm(forms.Form):
    """What became of it, where there is no next meeting to tell."""

    status = forms.ChoiceField(
        label=_("What has become of it?"),
        choices=[
            (Status.DONE, _("Done")),
            (Status.PARTLY, _("Partly")),
            (Status.NOT_YET, _("Not yet")),
            (Status.CHANGED, _("It became something else")),
            (Status.DROPPED, _("Dropped it")),
        ],
        widget=forms.RadioSelect,
    )
    did = said(_("What did I do?"))
    happened = said(_("What happened?"))
    learned = said(_("What did I learn?"))
    still_open = said(_("What is still open?"))
