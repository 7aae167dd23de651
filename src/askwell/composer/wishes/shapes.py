"""The four shapes a wish can have; the shape decides how it is measured."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from askwell.composer.brief import Brief, Person


@dataclass(frozen=True, slots=True)
class Mixed:
    """People of a set shall differ in an attribute: `of` says what somebody's is."""

    name: str
    question: str
    of: Callable[[Person], Hashable]


@dataclass(frozen=True, slots=True)
class Alike:
    """People of a set shall point the same way: `of` is somebody's direction."""

    name: str
    question: str
    of: Callable[[Person], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Apart:
    """People of one of these groups (ids) shall not sit together."""

    name: str
    question: str
    groups: Callable[[Brief], Iterable[frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Poorest:
    """The sets that do worst on all other wishes shall do well."""

    name: str
    question: str


Wish = Mixed | Alike | Apart | Poorest
