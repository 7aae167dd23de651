"""How a person is drawn where there is no picture: initials and a colour."""

from zlib import crc32

HUES = 8


def initials_of(name: str) -> str:
    """At most two letters: of the first and of the last word."""
    words = name.split()
    letters = (
        [words[0][0], *([words[-1][0]] if len(words) > 1 else [])] if words else []
    )
    return "".join(letters).upper() or "?"


def hue_of(name: str) -> int:
    """1 to 8, the same in every process and for all time."""
    return crc32(name.encode()) % HUES + 1
