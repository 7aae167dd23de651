"""Gives texts directions: close directions are alike texts. Local, small, no model."""

from collections.abc import Sequence


def directions(
    texts: Sequence[str], *, dimensions: int = 64, seed: int = 1
) -> list[tuple[float, ...]]:
    """A unit vector for each text, in their order; () for a text without words."""
    raise NotImplementedError
