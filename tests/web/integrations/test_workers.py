"""Several real workers, killed again and again: each notice arrives, shown once."""

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import moulds

HERE = Path(__file__).parent
NOTICES = 30
LEASE = "1.5"
MOST_SECONDS = 180
MOST_KILLED = 4


@pytest.fixture(params=["sqlite", "postgres"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment of a house that is set up, whose mail is kept in files."""
    outside = {k: v for k, v in os.environ.items() if not k.startswith("ASKWELL_")}
    own = {"ASKWELL_DATA": str(moulds.sqlite_in(tmp_path)), "ASKWELL_MAIL": "file"}
    own["DJANGO_SETTINGS_MODULE"] = "askwell.web.settings"
    if request.param == "postgres":
        own["ASKWELL_DATABASE"] = moulds.new_postgres()
    house = {**outside, **own}
    subprocess.run([sys.executable, "-m", "askwell", "setup"], env=house, check=True)
    return house


@pytest.fixture
def workers(house: dict[str, str]) -> Iterator[list[subprocess.Popen[str]]]:
    """Three of them; none outlives the test."""
    hired = [hire(house) for _ in range(3)]
    yield hired
    for worker in hired:
        worker.kill()
        worker.communicate()


def hire(house: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(HERE / "mortal_worker.py"), LEASE],
        env=house,
        stdout=subprocess.PIPE,
        text=True,
    )


def post(house: dict[str, str]) -> set[str]:
    posted = subprocess.run(
        [sys.executable, str(HERE / "post_notices.py"), str(NOTICES)],
        env=house,
        check=True,
        capture_output=True,
        text=True,
    )
    return set(posted.stdout.split())


def shown(house: dict[str, str]) -> set[str]:
    """What a mailbox would show: each Message-ID once."""
    kept = Path(house["ASKWELL_DATA"], "mail").glob("*.log")
    letters = "".join(file.read_text() for file in kept)
    return set(re.findall(r"^Message-ID: <(.+)@", letters, re.MULTILINE))


def test_killed_workers_lose_and_double_nothing(
    house: dict[str, str], workers: list[subprocess.Popen[str]]
) -> None:
    chance = random.Random(7)
    for worker in workers:
        assert worker.stdout
        assert worker.stdout.readline() == "at work\n"

    posted = post(house)
    ends = time.monotonic() + MOST_SECONDS
    killed = 0
    while shown(house) != posted and time.monotonic() < ends:
        time.sleep(chance.uniform(0.1, 0.6))
        if killed < MOST_KILLED:
            killed += 1
            number = chance.randrange(3)
            workers[number].kill()
            workers[number].communicate()
            workers[number] = hire(house)

    assert shown(house) == posted
