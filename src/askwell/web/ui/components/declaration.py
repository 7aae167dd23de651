"""What a component declares about itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Attribute:
    name: str
    says: str
    default: object = ""
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Example:
    """One state, as a page would write it."""

    state: str
    source: str


@dataclass(frozen=True)
class Component:
    name: str
    says: str
    attributes: tuple[Attribute, ...] = ()
    examples: tuple[Example, ...] = ()
    has_inside: bool = False

    @property
    def template(self) -> str:
        return f"ui/components/{self.name}.html"

    @property
    def signature(self) -> str:
        """How it is written; what is in brackets may be left out."""
        given = (
            each.name if each.required else f"[{each.name}]" for each in self.attributes
        )
        tag = f"{{% {' '.join((self.name, *given))} %}}"
        return f"{tag}…{{% end{self.name} %}}" if self.has_inside else tag

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(each.name for each in self.attributes)

    @cached_property
    def required(self) -> frozenset[str]:
        return frozenset(each.name for each in self.attributes if each.required)

    @cached_property
    def defaults(self) -> Mapping[str, object]:
        return {each.name: each.default for each in self.attributes}

    @cached_property
    def chosen(self) -> tuple[Attribute, ...]:
        return tuple(each for each in self.attributes if each.choices)

    def check(self, values: Mapping[str, object]) -> None:
        """A value outside an attribute's choices is a mistake of the page."""
        for each in self.chosen:
            if values[each.name] not in each.choices:
                raise ValueError(
                    f"{self.name}: {each.name} may be {', '.join(each.choices)}, "
                    f"not {values[each.name]!r}"
                )


def needs(name: str, says: str) -> Attribute:
    return Attribute(name, says, required=True)


def may(
    name: str, says: str, default: object = "", choices: tuple[str, ...] = ()
) -> Attribute:
    return Attribute(name, says, default, choices)
