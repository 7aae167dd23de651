"""The scale of a picture: from where to where, in round steps, and who lies where."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
ABOUT = 3


@dataclass(frozen=True, slots=True)
class Scale:
    """From `lowest` to `highest`, with a line across at each of `steps`."""

    lowest: float
    highest: float
    steps: tuple[float, ...]

    def share(self, value: float) -> float:
        """How far along it a value lies, from 0 to 1; beyond the ends, at the end."""
        return min(max((value - self.lowest) / (self.highest - self.lowest), 0.0), 1.0)


def scale(
    values: Iterable[float],
    *,
    lowest: float | None = None,
    highest: float | None = None,
) -> Scale:
    """Wide enough for all values; from 0 where none lies below, unless told else."""
    known = list(values)
    bottom = min([0.0, *known]) if lowest is None else lowest
    top = max([bottom, *known]) if highest is None else highest
    step = _round((top - bottom or 1.0) / ABOUT)
    first = bottom if lowest is not None else math.floor(bottom / step) * step
    last = top if highest is not None else math.ceil(top / step - 1e-9) * step
    last = last if last > first else first + step
    return Scale(first, last, _steps(first, last, step))


def _round(rough: float) -> float:
    """The next round number from below 10 upwards, in its own power of ten."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(each * power for each in ROUND if each * power >= rough - 1e-12)


def _steps(first: float, last: float, step: float) -> tuple[float, ...]:
    number = math.floor((last - first) / step + 1e-9)
    return tuple(round(first + place * step, 10) for place in range(number + 1))


def placed(number: float) -> str:
    """A number for an attribute, as every browser reads it in every language."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    return f"{placed(100 * share)}%"
