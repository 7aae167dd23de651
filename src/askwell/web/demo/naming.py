"""The ids of the demonstration follow from names, so that its pages keep addresses."""

from uuid import UUID, uuid5

NAMES = UUID("6d0b6b0e-5a0c-4a35-9f5e-2f4a3e0c1d27")


def id_of(kind: str, name: str) -> UUID:
    """The id that a thing of the demonstration always has."""
    return uuid5(NAMES, f"{kind}/{name}")
