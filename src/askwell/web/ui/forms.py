"""How Django draws a form: `{{ form }}` gives fields in our own dress."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import cast

from django.forms import BoundField, RadioSelect
from django.forms.boundfield import BoundWidget
from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


@dataclass(frozen=True)
class ChoiceGroup:
    """Choices that belong together; those with a name lie folded under it."""

    name: str
    choices: list[BoundWidget]

    @property
    def open(self) -> bool:
        """What has been chosen is never hidden."""
        return any(each.data["selected"] for each in self.choices)


def choice_groups(field: BoundField) -> Iterator[ChoiceGroup]:
    """The choices of a field: those in no group first, then one group each."""
    drawn = iter(field.subwidgets)
    plain: list[BoundWidget] = []
    groups: list[ChoiceGroup] = []
    for key, label in cast(RadioSelect, field.field.widget).choices:
        if isinstance(label, list | tuple):
            groups.append(ChoiceGroup(str(key), list(islice(drawn, len(label)))))
        else:
            plain.append(next(drawn))
    yield ChoiceGroup("", plain)
    yield from groups
