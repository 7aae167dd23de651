"""How the people somebody picked are written down before they are sealed."""

import json
from collections.abc import Iterable
from uuid import UUID


def written(picks: Iterable[UUID]) -> str:
    """In the order of their ids: not in the order in which they came to mind."""
    return json.dumps(sorted({str(each) for each in picks}))


def read(words: str | None) -> frozenset[UUID]:
    """Nobody where the words are gone."""
    return frozenset(UUID(each) for each in json.loads(words)) if words else frozenset()
