"""What holds on SQLite holds on PostgreSQL too."""

import subprocess
import sys
from pathlib import Path

import moulds

HERE = Path(__file__).parent
OWN_TESTS = (
    "test_deliveries.py",
    "test_choices.py",
    "test_webhooks.py",
    "../../properties/test_notices_once.py",
)


def test_outbox_digests_and_chats_keep_their_word_on_postgresql_too() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        + [str((HERE / name).resolve()) for name in OWN_TESTS],
        env=moulds.for_tests_on_postgres(),
        cwd=HERE.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout
