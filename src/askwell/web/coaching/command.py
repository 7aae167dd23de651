"""`askwell coach`: reads turns at the terminal, one a line."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, Final

from askwell.coach import Reading, Role, read

TAKES: Final = ("text", "phase", "role", "previous")


class NotAllRead(Exception):
    """What is to be said last, when some lines could not be read."""


class Unfit(Exception):
    """What was expected of a line."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add what `askwell coach` takes."""
    parser.add_argument(
        "--jsonl",
        action="store_true",
        required=True,
        help="one turn a line on standard input, one JSON object a line in answer",
    )
    parser.add_argument(
        "--context",
        action="store_true",
        help="each line is a JSON object with text, and where known phase, role "
        "(presenter, member or facilitator) and previous",
    )


def run(options: argparse.Namespace) -> None:
    """Answer every line with one line; a line that cannot be read says why.

    NotAllRead at the end, naming the lines, when there were such.
    """
    unfit = []
    for number, line in enumerate(_lines(), start=1):
        try:
            asked = _asked(line) if options.context else {"text": line}
        except Unfit as problem:
            unfit.append(f"line {number}: {problem}")
            answer: dict[str, Any] = {"error": unfit[-1]}
        else:
            answer = as_json(read(**asked))
        print(json.dumps(answer, ensure_ascii=False), flush=sys.stdin.isatty())
    if unfit:
        raise NotAllRead("\n".join(unfit))


def _lines() -> Iterator[str]:
    """Standard input, whatever its bytes; only a line feed ends a line."""
    for line in _bytes():
        yield line.decode("utf-8-sig", errors="replace").rstrip("\r\n")


def _bytes() -> Iterable[bytes]:
    return sys.stdin.buffer


def _asked(line: str) -> dict[str, str | None]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise Unfit(f"expected a JSON object ({problem})") from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise Unfit('expected a JSON object with "text"')
    taken = {name: given.get(name) for name in TAKES}
    for name, value in taken.items():
        if value is not None and not isinstance(value, str):
            raise Unfit(f'expected text for "{name}"')
    if taken["role"] not in (None, *Role):
        raise Unfit(f'expected one of {", ".join(Role)} for "role"')
    return {name: value and _text(value) for name, value in taken.items()}


def _text(value: str) -> str:
    """JSON may hold half a letter, which nothing can print."""
    return value.encode(errors="replace").decode()


def as_json(reading: Reading) -> dict[str, Any]:
    """A reading as it is printed."""
    return {
        "kind": reading.kind,
        "probabilities": {
            kind: round(chance, 6) for kind, chance in reading.probabilities.items()
        },
        "subtypes": list(reading.subtypes),
        "spans": [[span.start, span.end] for span in reading.spans],
        "reason": reading.reason,
        "hint": reading.hint,
        "rewrites": list(reading.rewrites),
    }
