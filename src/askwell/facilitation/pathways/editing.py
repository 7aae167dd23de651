"""A pathway as an organisation edited it: other numbers, more to confirm by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from askwell.facilitation.pathways.shape import Level, Pathway, Requirement


@dataclass(frozen=True, slots=True)
class Added:
    """What is asked for in addition at a level, and confirmed by hand."""

    name: str
    title: str
    level: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What an organisation changed: numbers by requirement, and what it added."""

    numbers: Mapping[str, float] = field(default_factory=dict)
    added: Sequence[Added] = ()

    def __bool__(self) -> bool:
        """Whether anything is other than in the template."""
        return bool(self.numbers or self.added)

    def to_json(self) -> dict[str, Any]:
        """Plain values, for a database."""
        return {
            "numbers": dict(self.numbers),
            "added": [
                {"name": each.name, "title": each.title, "level": each.level}
                for each in self.added
            ],
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Rules":
        """What is missing is unchanged."""
        return cls(
            numbers={str(k): float(v) for k, v in value.get("numbers", {}).items()},
            added=tuple(Added(**each) for each in value.get("added", ())),
        )


def edited(pathway: Pathway, rules: Rules) -> Pathway:
    """The pathway with these changes; names it does not know are passed over."""
    levels = tuple(_level(each, rules) for each in pathway.levels)
    renewal = pathway.renewal and replace(
        pathway.renewal, requirements=_numbered(pathway.renewal.requirements, rules)
    )
    return replace(pathway, levels=levels, renewal=renewal)


def _level(level: Level, rules: Rules) -> Level:
    added = tuple(
        Requirement(name=each.name, title=each.title)
        for each in rules.added
        if each.level == level.name
    )
    return replace(level, requirements=(*_numbered(level.requirements, rules), *added))


def _numbered(
    requirements: Sequence[Requirement], rules: Rules
) -> tuple[Requirement, ...]:
    return tuple(
        replace(each, at_least=rules.numbers.get(each.name, each.at_least))
        if not each.by_hand
        else each
        for each in requirements
    )
