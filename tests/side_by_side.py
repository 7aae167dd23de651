"""Runs all tests in parts of a few minutes, one more at once than there are processors.

Much of a story is waiting, so that one more part finds its time between the others.
Each part is a pytest of its own, told whole when it is over. The longest come first;
every test belongs to one part, also tests that are written tomorrow.
"""

import contextlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import moulds
import postgres

PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
WEB = Path("tests/web")
FOLDERS = sorted(each for each in WEB.iterdir() if each.is_dir())
PAGES = [str(each) for each in (*FOLDERS, *sorted(WEB.glob("test_*.py")))]
STORIES = [str(each) for each in sorted(Path("tests/browser").glob("test_*.py"))]
HALVES, THIRDS = 2, 3

PARTS = {
    **{f"The browser stories, part {n + 1}": STORIES[n::HALVES] for n in range(HALVES)},
    **{f"The web, part {n + 1}": PAGES[n::THIRDS] for n in range(THIRDS)},
    "All the rest": ["tests", "--ignore=tests/browser", "--ignore=tests/web"],
}


def prepare() -> None:
    """Make once what every part begins with: a database here, and one on PostgreSQL."""
    os.environ[moulds.NAMED] = str(moulds.sqlite().parent)
    with contextlib.suppress(postgres.NoPostgres):
        os.environ["ASKWELL_TEST_POSTGRES"] = postgres.server()
        moulds.on_postgres()


def run(what: list[str]) -> tuple[int, str]:
    """How the part ended, and what it says."""
    done = subprocess.run(
        [*PYTEST, *what],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


def main() -> int:
    """0 when every part is well."""
    print(f"{len(PARTS)} parts; each is told when it is over.", flush=True)
    prepare()
    failed = []
    with ThreadPoolExecutor((os.cpu_count() or 2) + 1) as lanes:
        running = {lanes.submit(run, what): name for name, what in PARTS.items()}
        for part in as_completed(running):
            code, told = part.result()
            print(f"\n{running[part]}\n{told}", flush=True)
            failed += [running[part]] if code else []
    print(f"Not well: {', '.join(failed)}." if failed else "All well.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
