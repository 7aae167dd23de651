"""The reports drawn last, so that a long transcript is not weighed for every reader.

They lie here as they would in the database: sealed with the transcript's own key. So
what was deleted is noise in the memory of every process, from that very moment.
"""

import json
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

from askwell.transcripts.codec import from_json, to_json
from askwell.transcripts.report import Report
from askwell.web.transcripts.models import Transcript
from askwell.web.vault import cipher

MOST: Final = 32

_sealed: OrderedDict[str, bytes] = OrderedDict()
_lock = Lock()


def recalled(transcript: Transcript, key: str, draw: Callable[[], Report]) -> Report:
    """The report known by this key; drawn if it is not, or can be opened no more."""
    with _lock:
        sealed = _sealed.get(key)
        if sealed is not None:
            _sealed.move_to_end(key)
    words = _opened(transcript, sealed) if sealed else None
    if words is not None:
        return from_json(json.loads(words))
    report = draw()
    # Sealing anew what was deleted while it was drawn would make it a new key.
    if Transcript.objects.alive().filter(pk=transcript.pk).exists():
        _keep(key, _closed(transcript, report))
    return report


def _opened(transcript: Transcript, sealed: bytes) -> str | None:
    return cipher.open(
        sealed,
        set_id=transcript.learning_set_id,
        author_id=transcript.pk,
        place=_place(transcript),
    )


def _closed(transcript: Transcript, report: Report) -> bytes:
    return cipher.seal(
        json.dumps(to_json(report)),
        set_id=transcript.learning_set_id,
        author_id=transcript.pk,
        place=_place(transcript),
    )


def _place(transcript: Transcript) -> str:
    return f"memory of a report:{transcript.pk}"


def _keep(key: str, sealed: bytes) -> None:
    with _lock:
        _sealed[key] = sealed
        while len(_sealed) > MOST:
            _sealed.popitem(last=False)
