"""What an instrument consists of: items, the scale they are answered on, and a slot."""

from collections.abc import Mapping
from dataclasses import dataclass

from askwell.insight.tally import NOTHING, Sum

# How often each value of one item was chosen.
Counts = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Scale:
    """The whole numbers an item is answered with, and what its ends mean."""

    lowest: int
    highest: int
    low: str
    high: str

    @property
    def values(self) -> range:
        return range(self.lowest, self.highest + 1)

    def turned(self, value: float) -> float:
        """The value of a reversed item, as if it had been asked the other way round."""
        return self.lowest + self.highest - value


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sentence to answer; `key` is unmistakable among all items there are.

    `metric` is the measure its answers are a part of; `subscale` is the part of the
    instrument it belongs to, where there are parts.
    """

    key: str
    words: str
    metric: str
    subscale: str = ""
    is_reversed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A few items that are asked together and answered on one scale."""

    key: str
    title: str
    asks: str
    """Said above its items, to whoever answers."""
    scale: Scale
    items: tuple[Item, ...]

    @property
    def metrics(self) -> tuple[str, ...]:
        """The measures told by its items, in their order."""
        return tuple(dict.fromkeys(each.metric for each in self.items))

    @property
    def subscales(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.subscale for each in self.items))


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The empty place of an instrument that others own; it holds no word of theirs."""

    key: str
    title: str
    authors: str
    owner: str
    """Whom to ask for leave to use it."""
    items: int
    scale: Scale
    measures: str


def counted(item: Item, counts: Counts, scale: Scale) -> Sum:
    """What the answers to one item add, the right way round."""
    whole = NOTHING
    for value, number in counts.items():
        score = scale.turned(value) if item.is_reversed else float(value)
        whole += Sum(score * number, number, score * score * number)
    return whole


def score(
    instrument: Instrument,
    counts: Mapping[str, Counts],
    *,
    metric: str | None = None,
    subscale: str | None = None,
) -> Sum:
    """The answers to all its items, or to those of one measure or one subscale.

    Its mean is the mean of all answers given, so that an item somebody left out
    weighs nothing.
    """
    whole = NOTHING
    for item in instrument.items:
        fits = metric in (None, item.metric) and subscale in (None, item.subscale)
        if fits and item.key in counts:
            whole += counted(item, counts[item.key], instrument.scale)
    return whole
