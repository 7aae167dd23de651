"""Several workers at once, one of them killed: every reminder is posted once."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import moulds
from web.actions.reminding import REMINDERS

TESTS = Path(__file__).parents[2]
WORKERS = 3


@pytest.fixture(params=["sqlite", "postgres"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment of a house that is set up, with reminders that are due."""
    outside = {k: v for k, v in os.environ.items() if not k.startswith("ASKWELL_")}
    house = outside | {
        "ASKWELL_DATA": str(moulds.sqlite_in(tmp_path)),
        "DJANGO_SETTINGS_MODULE": "askwell.web.settings",
        "PYTHONPATH": f"{TESTS.parent / 'src'}{os.pathsep}{TESTS}",
    }
    if request.param == "postgres":
        house["ASKWELL_DATABASE"] = moulds.new_postgres()
    subprocess.run([sys.executable, "-m", "askwell", "setup"], env=house, check=True)
    run(house, "set").communicate()
    return house


def run(house: dict[str, str], *what: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "web.actions.reminding", *what],
        env=house,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_every_reminder_is_posted_once(house: dict[str, str], tmp_path: Path) -> None:
    begin = tmp_path / "begin"
    workers = [run(house, "post", str(begin)) for _ in range(WORKERS)]
    for worker in workers:
        assert worker.stdout
        assert worker.stdout.readline() == "at work\n"

    begin.touch()
    time.sleep(0.05)
    workers[0].kill()
    for worker in workers:
        worker.communicate()

    counted, _nothing = run(house, "count").communicate()
    assert counted.split() == [str(REMINDERS), str(REMINDERS), "1"]
    assert [worker.returncode for worker in workers[1:]] == [0] * (WORKERS - 1)
