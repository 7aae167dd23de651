"""Which function decides which command."""

from collections.abc import Callable
from typing import Any, TypeVar

from askwell.process.commands import Command
from askwell.process.decide.draft import Draft

SomeCommand = TypeVar("SomeCommand", bound=Command)
Decider = Callable[[Draft, SomeCommand], None]

DECIDERS: dict[type[Command], Decider[Any]] = {}


def on(
    kind: type[SomeCommand],
) -> Callable[[Decider[SomeCommand]], Decider[SomeCommand]]:
    """Marks the function that decides this kind of command."""

    def register(decider: Decider[SomeCommand]) -> Decider[SomeCommand]:
        DECIDERS[kind] = decider
        return decider

    return register
