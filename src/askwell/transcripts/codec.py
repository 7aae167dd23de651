"""Turns a report into JSON and back."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from askwell.transcripts.report import SCHEMA, Report


def to_json(report: Report) -> dict[str, Any]:
    """What `json.dumps` takes, the schema first."""
    return {"schema": SCHEMA, **_plain(report)}


def from_json(data: Mapping[str, Any]) -> Report:
    """The report that `to_json` was given."""
    report: Report = _made(Report, data)
    return report


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    match value:
        case Enum():
            return value.value
        case float():
            return round(value, 3)
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _made(hint: Any, value: Any) -> Any:
    arguments = get_args(hint)
    match get_origin(hint) or hint:
        case made if made is tuple:
            return _tuple(arguments, value)
        case made if made is Mapping:
            kind, of = arguments
            return {kind(key): _made(of, each) for key, each in value.items()}
        case made if made is UnionType:
            [of] = [each for each in arguments if each is not NoneType]
            return None if value is None else _made(of, value)
        case made if is_dataclass(made):
            return hint(
                **{k: _made(v, value[k]) for k, v in get_type_hints(made).items()}
            )
        case made:
            return made(value)


def _tuple(hints: tuple[Any, ...], value: list[Any]) -> tuple[Any, ...]:
    if hints[-1] is Ellipsis:
        return tuple(_made(hints[0], each) for each in value)
    return tuple(_made(hint, each) for hint, each in zip(hints, value, strict=True))
