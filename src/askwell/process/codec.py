"""Turns events into what the log stores, words apart from everything else."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from askwell.process.people import WORDS, PersonId

ENVELOPE = frozenset({"number", "at", "person", "token"})
"""Fields that every entry has in columns of its own."""


@dataclass(frozen=True, kw_only=True)
class Stored:
    """One entry as it is stored.

    `data` is JSON and holds no words; `words` holds nothing else, by field.
    """

    kind: str
    person: PersonId
    at: datetime
    token: str | None
    data: dict[str, Any]
    words: dict[str, str]


_WORD_FIELDS: dict[type, tuple[str, ...]] = {}
_DATA_FIELDS: dict[type, tuple[tuple[str, Any], ...]] = {}


def word_fields(of: type) -> tuple[str, ...]:
    if of not in _WORD_FIELDS:
        hints = get_type_hints(of, include_extras=True)
        names = (f.name for f in fields(of) if _is_words(hints[f.name]))
        _WORD_FIELDS[of] = tuple(names)
    return _WORD_FIELDS[of]


def data_fields(of: type) -> tuple[tuple[str, Any], ...]:
    """Names and types of what is neither envelope nor words."""
    if of not in _DATA_FIELDS:
        hints = get_type_hints(of)
        apart = ENVELOPE.union(word_fields(of))
        names = (f.name for f in fields(of) if f.name not in apart)
        _DATA_FIELDS[of] = tuple((name, hints[name]) for name in names)
    return _DATA_FIELDS[of]


def _is_words(hint: Any) -> bool:
    return get_origin(hint) is Annotated and WORDS in hint.__metadata__


def to_json(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case tuple() | list():
            return [to_json(each) for each in value]
        case Mapping():
            return {key: to_json(each) for key, each in value.items()}
        case _ if is_dataclass(value):
            return {f.name: to_json(getattr(value, f.name)) for f in fields(value)}
        case _:
            return value


def from_json(hint: Any, value: Any) -> Any:
    """The value that `to_json` was given, for a field annotated with `hint`.

    What an older log lacks falls back to the field's default.
    """
    if value is None or hint in (str, int, bool):
        return value
    if get_origin(hint) is tuple:
        return tuple(from_json(get_args(hint)[0], each) for each in value)
    if get_origin(hint) in (Union, UnionType):
        return _union_from_json(hint, value)
    return _named_from_json(hint, value)


def _union_from_json(hint: Any, value: Any) -> Any:
    options = [each for each in get_args(hint) if each is not NoneType]
    return from_json(options[0], value) if len(options) == 1 else value


def _named_from_json(hint: Any, value: Any) -> Any:
    if hint in (datetime, date):
        return hint.fromisoformat(value)
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_from_json(hint, value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return value


def _dataclass_from_json(hint: type, value: Mapping[str, Any]) -> Any:
    hints = get_type_hints(hint)
    known = {f.name for f in fields(hint)}
    return hint(
        **{
            name: from_json(hints[name], each)
            for name, each in value.items()
            if name in known
        }
    )
