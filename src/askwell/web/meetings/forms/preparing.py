"""Which topic a presenter gets ready for a meeting."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.web.topics.models import Topic

NEW = "new"


class PrepareForm(forms.Form):
    """One of one's own open topics, or a line for a new one."""

    topic = forms.ChoiceField(
        label=_("Which topic will you bring?"),
        initial=NEW,
        widget=forms.RadioSelect,
    )
    headline = forms.CharField(
        label=_("If it is new: in one line, what is it?"),
        help_text=_("Names are better left out: “a colleague” will do."),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, topics: Iterable[Topic], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._own = {str(each.pk): each for each in topics if each.headline}
        choices = [(key, each.headline) for key, each in self._own.items()]
        field = cast(forms.ChoiceField, self.fields["topic"])
        field.choices = [*choices, (NEW, gettext("Something new"))]
        if not choices:
            del self.fields["topic"]

    def clean_topic(self) -> Topic | None:
        return self._own.get(self.cleaned_data["topic"])

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not given.get("topic") and not given.get("headline") and not self.errors:
            self.add_error("headline", gettext("Write one line about it."))
        return given
