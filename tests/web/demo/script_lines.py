"""The lines of a script of the demonstration, whatever part they stand in."""

from collections.abc import Iterator

from askwell.web.demo.scripts import Line, Script


def lines_of(script: Script) -> Iterator[Line]:
    """All of them, in order."""
    for part in script.parts:
        yield from part.lines
