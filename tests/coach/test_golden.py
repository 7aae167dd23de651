"""The golden readings are what Python reads now.

After a change of the coach run this file with RENEW_READINGS=1 in the environment, and
look at what has changed; then tests/browser/test_coach_equality.py holds the browser's
reader to it.
"""

import os

from askwell.coach import TurnKind
from coach import golden


def test_the_golden_readings_are_what_python_reads() -> None:
    now = golden.read_now()
    if os.environ.get(golden.RENEW):
        golden.keep(now)

    kept = golden.kept()

    asked = ("text", "phase", "role", "previous")
    assert [[each[name] for name in asked] for each in kept] == [
        [each[name] for name in asked] for each in now
    ]
    changed = [
        mine["text"]
        for mine, theirs in zip(now, kept, strict=True)
        if golden.differs(mine["reading"], theirs["reading"])
    ]
    assert changed == []


def test_the_golden_readings_show_every_kind_hint_and_silence() -> None:
    readings = [each["reading"] for each in golden.kept()]

    assert len(readings) > 500
    assert {each["kind"] for each in readings} == set(TurnKind)
    assert {bool(each["hint"]) for each in readings} == {True, False}
    assert {len(each["rewrites"]) for each in readings} >= {0, 1}
    assert any(each["spans"] for each in readings)
    assert any(not each["reason"] for each in readings)
