"""The small world of the isolation matrix, for a browser to walk through."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from web.decisions import ROWS, Row
from web.world import ROLES, World, a_world

# Whoever sees most of a page comes first; nobody signs in as anonymous.
READERS = (
    "member",
    "facilitator",
    "guest",
    "observer",
    "ex_member",
    "waiting",
    "programme_manager",
    "partner_manager",
    "sponsor",
    "enrolled",
)


def make() -> dict[str, Any]:
    """Where each page lies and who reads it; and everybody's session."""
    world = a_world()
    return {
        "pages": {row.name: _page(row, world) for row in ROWS if row.get},
        "sessions": {
            role: world.browsers[role].cookies[settings.SESSION_COOKIE_NAME].value
            for role in ROLES
            if role != "anonymous"
        },
    }


def _page(row: Row, world: World) -> dict[str, str]:
    path = reverse(row.name, kwargs=row.path(world) if row.path else {})
    return {"path": path, "reader": reader_of(row)}


def reader_of(row: Row) -> str:
    return next((role for role in READERS if role in (row.get or ())), "")
