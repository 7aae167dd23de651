"""Workers at once, and workers cut off: what is due is done, and done once."""

import json
import subprocess
import sys

from web.meetings.served import House
from web.renewal.meets import NAMES

DONE = {
    "checks": 1,
    "answers": 0,
    "renewals": 0,
    "health": 4,
    "farewell": 1,
    "forgotten": 4,
    "lines": 1,
    "receipts": 1,
    "forgotten_at": True,
    "words": None,
}
FOUR = NAMES[:4]
VAULT = "askwell.web.vault.operations"
BEFORE_THE_KEYS_GO = f"{VAULT}:shred_set"
BEFORE_THE_RECEIPT = f"{VAULT}:_receipt"
BEFORE_ANYBODY_IS_TOLD = "askwell.web.renewal.operations.forgetting:_finish"


def a_worker(house: House, *arguments: str) -> subprocess.Popen[bytes]:
    return a_process(house, "web.renewal.working", *arguments)


def a_process(house: House, module: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments], env=house.environment()
    )


def told(house: House) -> dict[str, object]:
    found: dict[str, object] = json.loads(house.run("web.renewal.telling"))
    return found


def test_workers_and_members_at_once_do_everything_once(house):
    workers = [a_worker(house) for _ in range(3)]

    ended = [worker.wait(timeout=120) for worker in workers]

    assert ended == [0, 0, 0]
    assert told(house) == DONE

    answering = [a_process(house, "web.renewal.answering", name) for name in FOUR]
    assert [each.wait(timeout=120) for each in answering] == [0, 0, 0, 0]
    assert told(house) == DONE | {"answers": 4, "renewals": 1}


def test_whatever_one_was_cut_off_from_another_finishes(house):
    found = []
    for point in (BEFORE_THE_KEYS_GO, BEFORE_THE_RECEIPT, BEFORE_ANYBODY_IS_TOLD):
        assert a_worker(house, point).wait(timeout=120) == 9
        found.append(told(house))
    assert a_worker(house).wait(timeout=120) == 0

    assert [each["words"] is None for each in found] == [False, True, True]
    assert [each["receipts"] for each in found] == [0, 0, 1]
    assert [each["forgotten"] for each in found] == [0, 0, 0]
    assert told(house) == DONE
