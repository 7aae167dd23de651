"""Instruments: our own items, and empty slots for those that others own."""

from askwell.insight.instruments.own import INSTRUMENTS
from askwell.insight.instruments.shape import (
    Counts,
    Instrument,
    Item,
    Scale,
    Slot,
    counted,
    score,
)
from askwell.insight.instruments.slots import SLOTS

_BY_KEY = {each.key: each for each in INSTRUMENTS}
_SLOTS_BY_KEY = {each.key: each for each in SLOTS}


def instrument_named(key: str) -> Instrument:
    """One of our own; raises KeyError for any other key."""
    return _BY_KEY[key]


def slot_named(key: str) -> Slot:
    """Raises KeyError for a key that no slot has."""
    return _SLOTS_BY_KEY[key]


def filled(slot: Slot, items: tuple[tuple[str, bool], ...]) -> Instrument:
    """A slot with the words its licence allows; each item with whether it is reversed.

    A slot is one measure of its own, named like the slot: scales of others are not
    mixed with ours.
    """
    return Instrument(
        key=slot.key,
        title=slot.title,
        asks="",
        scale=slot.scale,
        items=tuple(
            Item(
                key=f"{slot.key}_{number}",
                words=words,
                metric=slot.key,
                is_reversed=is_reversed,
            )
            for number, (words, is_reversed) in enumerate(items, start=1)
        ),
    )


__all__ = [
    "INSTRUMENTS",
    "SLOTS",
    "Counts",
    "Instrument",
    "Item",
    "Scale",
    "Slot",
    "counted",
    "filled",
    "instrument_named",
    "score",
    "slot_named",
]
