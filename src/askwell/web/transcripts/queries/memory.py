"""The reports drawn last, so that a long transcript is not weighed for every reader.

Kept by this process alone, few at a time, and forgotten whole as soon as any key is
destroyed anywhere: what was deleted does not linger here.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final

from askwell.transcripts.report import Report
from askwell.web.vault.cipher import keystore

MOST: Final = 16

_reports: OrderedDict[Hashable, Report] = OrderedDict()
_lock = Lock()
_generation: list[Any] = [None]


def recalled(key: Hashable, draw: Callable[[], Report]) -> Report:
    """The report of this key; drawn if it is not known, or may be no longer."""
    with _lock:
        _forget_unless(keystore().generation())
        known = _reports.get(key)
        if known is not None:
            _reports.move_to_end(key)
            return known
        generation = _generation[0]
    report = draw()
    with _lock:
        if generation == _generation[0] == keystore().generation():
            _reports[key] = report
            while len(_reports) > MOST:
                _reports.popitem(last=False)
    return report


def _forget_unless(generation: Any) -> None:
    if _generation[0] != generation:
        _reports.clear()
        _generation[0] = generation
