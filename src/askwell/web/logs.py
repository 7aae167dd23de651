"""Log lines that say what went wrong and where, and nothing of what people wrote.

The message of an exception may quote a form, a row or a word of a set: its type and the
lines it passed through are enough to find it. A code in an address opens a door.
"""

import logging
import re
import traceback
from collections.abc import Iterator
from copy import copy
from types import TracebackType
from typing import Final

CODES: Final = re.compile(
    r"(/(?:m|p|join|calendar|unsubscribe|programmes/dates)/)[^/\s?]+"
)

Raised = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)


class Discreet(logging.Formatter):
    """Formats a record without messages of exceptions, source lines or codes."""

    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have left the exception's full text on the record.
        fresh = copy(record)
        fresh.exc_text = None
        return CODES.sub(r"\1***", super().format(fresh))

    def formatException(self, ei: Raised) -> str:  # noqa: N802 - logging's own name
        _, fault, _ = ei
        return "\n".join(map(_told, reversed(list(_history(fault)))))


def _history(fault: BaseException | None) -> Iterator[BaseException]:
    """An exception, what it came from, and so on."""
    told: list[BaseException] = []
    while fault is not None and fault not in told:
        told.append(fault)
        yield fault
        hidden = None if fault.__suppress_context__ else fault.__context__
        fault = fault.__cause__ or hidden


def _told(fault: BaseException) -> str:
    kind = type(fault)
    places = "".join(
        f"\n  {place.filename}, line {place.lineno}, in {place.name}"
        for place in traceback.extract_tb(fault.__traceback__)
    )
    return f"{kind.__module__}.{kind.__qualname__} raised in{places}"
