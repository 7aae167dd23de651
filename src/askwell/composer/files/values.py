"""What the values in a problem's files may be."""

from askwell.composer.files.rows import refuse

MASK = 15
HEX = "0123456789abcdefABCDEF"
LEVELS = {str(level): level for level in range(1, 6)}
MOST = 1_000_000


def name(text: str) -> str:
    """Anything but nothing."""
    return text if text.strip() else refuse("a value")


def maybe(text: str) -> str | None:
    """A name, or nothing."""
    return text or None


def level(text: str) -> int:
    """A whole number from 1 to 5."""
    return LEVELS.get(text) or refuse("a level from 1 to 5")


def mask(text: str) -> int:
    """Blocks of the week, as the hexadecimal digits of sixty bits."""
    if len(text) != MASK or text.strip(HEX):
        refuse(f"{MASK} hexadecimal digits")
    return int(text, 16)


def count(text: str) -> int:
    """A whole number from 1 up."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST):
        refuse("a whole number from 1 up")
    return int(text)


def direction(text: str) -> tuple[float, ...]:
    """Numbers apart by spaces, not all of them 0."""
    try:
        numbers = tuple(map(float, text.split(" ")))
    except ValueError:
        refuse("numbers apart by single spaces")
    # Also false when one of them is not a number at all, or endless.
    if not 0 < sum(map(abs, numbers)) < float("inf"):
        refuse("a direction: finite numbers, not all of them 0")
    return numbers
