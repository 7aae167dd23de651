"""What is asked on the guide's pages; nothing of it is kept."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from askwell.web.guide.choosing import QUESTIONS, Way
from askwell.web.guide.topic import MARKS
from askwell.web.guide.tries import Option, Try


class ChoosingForm(forms.Form):
    """Three questions, one answer each."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for each in QUESTIONS:
            self.fields[each.name] = forms.ChoiceField(
                label=str(each.words),
                choices=[(way.value, words) for way, words in each.answers],
                widget=forms.RadioSelect,
            )

    @property
    def answers(self) -> list[Way]:
        return [Way(self.cleaned_data[each.name]) for each in QUESTIONS]


class TopicForm(forms.Form):
    """Five marks to tick or leave."""

    marks = forms.MultipleChoiceField(
        label=_("Think of what you might bring. What is true of it?"),
        choices=lambda: [
            (
                mark.name,
                format_html(
                    '<strong>{}</strong><br><span class="soft">{}</span>',
                    mark.words,
                    mark.why,
                ),
            )
            for mark in MARKS
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class TryForm(forms.Form):
    """What the reader picks, or writes, or both; leaving something out is fine."""

    def __init__(self, data: Any = None, *, one: Try) -> None:
        super().__init__(data)
        self.one = one
        if one.options:
            self.fields["picked"] = self._options(one)
        if one.write:
            self.fields["written"] = forms.CharField(
                label=str(one.write),
                max_length=600,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def _options(self, one: Try) -> forms.Field:
        choices = [(each.name, each.words) for each in one.options]
        if one.several:
            return forms.MultipleChoiceField(
                label=str(one.ask),
                choices=choices,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        return forms.ChoiceField(
            label=str(one.ask),
            choices=choices,
            widget=forms.RadioSelect,
            required=False,
        )

    @property
    def picked(self) -> set[str]:
        given = self.cleaned_data.get("picked") or []
        return {given} if isinstance(given, str) else set(given)

    @property
    def written(self) -> str:
        return str(self.cleaned_data.get("written", "")).strip()

    @property
    def answered(self) -> list[tuple[Option, bool]]:
        """Every option with whether it was picked, or those picked where one is."""
        if self.one.several:
            return [(each, each.name in self.picked) for each in self.one.options]
        return [(each, True) for each in self.one.options if each.name in self.picked]

    @property
    def has_something(self) -> bool:
        return bool(self.picked or self.written)
