"""The search is compiled ahead: once, later, and never while somebody waits."""

import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from askwell.web.composing.readying import AFTER, Readying

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def ended(readying: Readying) -> None:
    assert readying._process
    readying._process.wait(timeout=20)


def test_nothing_is_begun_before_the_worker_has_been_up_for_a_while() -> None:
    readying = Readying((sys.executable, "-c", ""))

    begun = [readying(at=START), readying(at=START + AFTER - timedelta(seconds=1))]

    assert begun == [0, 0]


def test_it_is_begun_once_and_nobody_waits_for_it() -> None:
    readying = Readying((sys.executable, "-c", "import time; time.sleep(1)"))
    readying(at=START)

    before = time.monotonic()
    begun = [readying(at=START + AFTER * times) for times in (1, 2)]
    took = time.monotonic() - before
    ended(readying)
    begun += [readying(at=START + AFTER * times) for times in (3, 4)]

    assert begun == [1, 0, 0, 0]
    assert took < 1


def test_a_failure_is_logged_and_not_tried_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    readying = Readying((sys.executable, "-c", "raise SystemExit(3)"))
    readying(at=START)
    readying(at=START + AFTER)
    ended(readying)

    begun = [readying(at=START + AFTER * times) for times in (2, 3)]

    assert begun == [0, 0]
    assert caplog.messages == ["Compiling the search ahead failed (exit code 3)"]
