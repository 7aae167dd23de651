"""Pathways of facilitators as data: our own, and others an organisation can edit."""

from askwell.facilitation.pathways.must_haves import (
    ENOUGH,
    MUST_HAVES,
    meets_must_haves,
)
from askwell.facilitation.pathways.ours import OURS
from askwell.facilitation.pathways.reflective import REFLECTIVE
from askwell.facilitation.pathways.shape import (
    Level,
    Otherwise,
    Pathway,
    Renewal,
    Requirement,
)
from askwell.facilitation.pathways.wial import WIAL

__all__ = [
    "ENOUGH",
    "MUST_HAVES",
    "OURS",
    "PATHWAYS",
    "REFLECTIVE",
    "WIAL",
    "Level",
    "Otherwise",
    "Pathway",
    "Renewal",
    "Requirement",
    "meets_must_haves",
    "pathway_named",
]

PATHWAYS: tuple[Pathway, ...] = (OURS, WIAL, REFLECTIVE)

_BY_NAME = {each.name: each for each in PATHWAYS}


def pathway_named(name: str) -> Pathway:
    """Raises KeyError for a name that no pathway has."""
    return _BY_NAME[name]
