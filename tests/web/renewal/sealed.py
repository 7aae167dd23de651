"""A row of every model that seals words, made without knowing what it is for."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from askwell.web.vault.fields import SealedTextField
from factories import NOON

WORDS = "What only the set knows"
Given = dict[type[models.Model], models.Model]


def sealing_models() -> list[type[models.Model]]:
    """Every model of the product with sealed words of its own."""
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("askwell.") and list(sealed_fields(model))
    ]


def sealed_fields(model: type[models.Model]) -> Iterator[SealedTextField]:
    for field in model._meta.local_concrete_fields:
        if isinstance(field, SealedTextField):
            yield field


def a_row_of(model: type[models.Model], given: Given) -> models.Model:
    """With sealed words in it; what it points to is given, or made in the same way."""
    values = {
        field.name: _value(field, given)
        for field in model._meta.local_concrete_fields
        if isinstance(field, SealedTextField) or _is_needed(field, given)
    }
    row = model(**values)
    row.save(force_insert=True)
    return row


def _is_needed(field: models.Field, given: Given) -> bool:
    if field.is_relation:
        return not field.null or field.related_model in given
    has_default = field.has_default() or field.null or field.blank
    return not (has_default or field.primary_key)


def _value(field: models.Field, given: Given) -> Any:
    match field:
        case SealedTextField():
            return WORDS
        case models.ForeignKey() | models.OneToOneField():
            target = field.related_model
            if target not in given:
                given[target] = a_row_of(target, given)
            return given[target]
        case models.UUIDField():
            return given_meeting(given)
        case models.DateField():
            return NOON.date()
        case models.IntegerField() | models.DecimalField():
            # Larger than anything that is there already.
            return 77
        case models.CharField():
            return field.choices[0][0] if field.choices else "anything"
    raise NotImplementedError(f"{field} of {field.model}")


def given_meeting(given: Given) -> Any:
    return next(row.pk for model, row in given.items() if model.__name__ == "Meeting")
