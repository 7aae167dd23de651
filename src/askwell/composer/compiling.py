"""Compiles the search with numba where it can be had; without, all runs as Python.

The functions of the search are plain. `fast(function)` gives the compiled form of one
that is called from outside; what it calls is compiled with it. numba is imported here
only, and only when the search asks. What was compiled is kept beside the modules (or,
where that may not be written, in the user's cache) for the next process.
"""

import hashlib
import importlib
import inspect
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

# Whose functions may be called from compiled ones.
MODULES = (
    "askwell.composer.scoring",
    "askwell.composer.search.chance",
    "askwell.composer.search.state",
    "askwell.composer.search.worth",
    "askwell.composer.search.refreshing",
    "askwell.composer.search.gains",
    "askwell.composer.search.leading",
    "askwell.composer.search.together",
    "askwell.composer.search.staffing",
    "askwell.composer.search.annealing",
    "askwell.composer.groups.annealing",
)
# Set to anything, the search runs as plain Python.
OFF = "ASKWELL_PLAIN_PYTHON"
# Large, and seldom called: compiled once, not into each place that calls them.
ALONE = ("refresh", "led_faults", "try_together")


def is_fast() -> bool:
    """Whether the search runs compiled here."""
    return _numba() is not None


@cache
def fast(function: Callable[..., Any]) -> Callable[..., Any]:
    """The compiled form of a function, or itself."""
    numba = _numba()
    if numba is None:
        return function
    compiled: Callable[..., Any] = numba.njit(
        _stamped(function, _stamp()), cache=True, nogil=True, _nrt=_allocates(function)
    )
    return compiled


def _stamped(function: Callable[..., Any], stamp: int) -> Callable[..., Any]:
    """numba looks at an entry's own file to see whether what it kept is stale, not at
    the files of what is called; but it does look at what an entry encloses."""

    def entry(*given: Any) -> Any:
        return (stamp, function(*given))[1]

    return entry


def _stamp() -> int:
    """Another number as soon as any module of the search is another."""
    sources = [
        Path(inspect.getfile(importlib.import_module(name))).read_bytes()
        for name in (*MODULES, __name__)
    ]
    return int(hashlib.sha256(b"".join(sources)).hexdigest()[:12], 16)


@cache
def _numba() -> ModuleType | None:
    """numba with all functions of the search made known to it, or None."""
    if os.environ.get(OFF):
        return None
    try:
        numba = importlib.import_module("numba")
    except ImportError:
        return None
    for name in MODULES:
        for function in vars(importlib.import_module(name)).values():
            if inspect.isfunction(function) and function.__module__ == name:
                _make_known(function)
    return numba


def _make_known(function: FunctionType) -> None:
    """Calls from compiled functions are compiled, too; calls from Python stay plain.

    Counting references to arrays costs more than the search itself; functions that
    make no array need none (`_nrt`).
    """
    extending = importlib.import_module("numba.extending")
    extending.register_jitable(
        _nrt=_allocates(function), forceinline=function.__name__ not in ALONE
    )(function)


def _allocates(function: Callable[..., Any]) -> bool:
    return function.__module__ == "askwell.composer.scoring"
