"""Reads times as transcripts write them."""

import re

CLOCK = r"(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]{1,6})?"
"""An hour may be missing, a fraction too."""

LAST_OF_SIXTY = 59
"""Minutes and seconds go up to it."""

SAMPLE = "00:01:02.000 --> 00:01:05.000"

_PARTS = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,6}))?")


def seconds(text: str) -> float | None:
    """Seconds from the start, to a thousandth; nothing when it is no time."""
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, whole = (int(part or 0) for part in found.groups()[:3])
    if max(minutes, whole) > LAST_OF_SIXTY:
        return None
    fraction = float(f"0.{found[4] or 0}")
    return round(hours * 3600 + minutes * 60 + whole + fraction, 3)
