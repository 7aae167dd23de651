"""What one decision consists of, and how it finds its address in the world."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from web.world import ROLES, World

EVERYONE = frozenset(ROLES)
PERSONS = EVERYONE - {"anonymous"}
MEMBERS = frozenset({"member", "facilitator"})
PRESENT = MEMBERS | {"guest", "observer"}
AT_THE_DOOR = PRESENT | {"waiting"}
LEADING = frozenset({"facilitator"})
OWNER = frozenset({"member"})
NOBODY: frozenset[str] = frozenset()

Roles = frozenset[str]
Facts = Callable[[World], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """One address and whom it opens to."""

    name: str
    get: Roles | None = None
    post: Roles | None = None
    told: Roles = NOBODY
    path: Facts | None = None
    form: Facts = field(default=lambda world: {})

    @property
    def is_about_something(self) -> bool:
        """Names a set, a meeting or the like, rather than being there for everyone."""
        return self.path is not None


def of_set(world: World) -> dict[str, Any]:
    return {"set_id": world.learning_set.pk}


def of_membership(role: str) -> Facts:
    return lambda world: of_set(world) | {"membership_id": world.membership(role).pk}


def of_meeting(world: World) -> dict[str, Any]:
    return {"meeting_id": world.meeting.pk}


def of_action(world: World) -> dict[str, Any]:
    return {"action_id": world.action.pk}


def of_topic(world: World) -> dict[str, Any]:
    return {"topic_id": world.topic.pk}


def of_link(world: World) -> dict[str, Any]:
    return {"code": world.link.code}


def saying(**form: str) -> Facts:
    return lambda world: form
