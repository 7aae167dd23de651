"""How long measuring, releasing and reading figures takes, among ten thousand sets.

    python -m benchmarks.insight                       10,000 meetings and sets
    python -m benchmarks.insight --meetings 1000       a quick look

Meetings are made up as whole logs and copied with other people in them. They are
measured from scratch, in rising numbers beside each other, then a hundred new ones.
Pages are those of the demonstration's year, asked for thirty times each, signed in,
inside one process; their time is the process's own. With ASKWELL_DATABASE this runs on
PostgreSQL. The bars: 10,000 meetings in 60 s, and a 95th percentile below 100 ms.
"""

import argparse
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

os.environ.setdefault("ASKWELL_DATA", tempfile.mkdtemp(prefix="askwell-benchmark-"))
os.environ["ASKWELL_DEMO"] = "1"
# Django is set up by this; whatever knows a model can be imported only after it.
import askwell.web.wsgi  # noqa: F401 - only to be run

# isort: split
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from askwell.insight.periods import Quarter
from askwell.web.demo.cast import character
from askwell.web.demo.naming import id_of
from askwell.web.demo.people import bring_in_cast, give_accounts, person
from askwell.web.demo.year import operations as year
from askwell.web.demo.year.making import KEY
from askwell.web.measuring.models import Measure, Measured, OwnMeasure
from askwell.web.measuring.operations import measure
from askwell.web.measuring.queries import not_measured
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.releasing.operations import release
from askwell.web.vault import operations as vault
from benchmarks.many_meetings import fill, programme_of

NOW = timezone.now()
BAR_SECONDS, BAR_MS, TIMES, NEW = 60.0, 100.0, 30, 100
WARMING_UP = 3
INSIGHT = f"/programmes/{id_of('programme', KEY)}"
SET = f"/sets/{id_of('set', 'year/Slack Water')}"
PAGES = {
    "Helen": (
        f"{INSIGHT}/insight/",
        f"{INSIGHT}/insight/measures/open_share/",
        f"{INSIGHT}/insight/figures.csv",
        f"{INSIGHT}/insight/figures.xlsx",
        f"{INSIGHT}/stories/",
    ),
    "Nadia": (
        f"{INSIGHT}/insight/",
        f"{INSIGHT}/surveys/",
        f"{INSIGHT}/surveys/instruments/",
        f"{INSIGHT}/changes/",
        f"{INSIGHT}/stories/",
        f"{INSIGHT}/value/",
        f"{INSIGHT}/value/costs/",
    ),
    "Amara": (
        "/growth/",
        "/growth/my-growth.csv",
        f"{SET}/doing/",
        f"{INSIGHT}/changes/",
        f"{INSIGHT}/changes/mine/",
        "/stories/",
        "/surveys/people/",
    ),
    "Delroy": ("/facilitating/", "/capacity/"),
}


def main() -> None:
    options = _options()
    with _told("database and the demonstration's year"):
        call_command("migrate", verbosity=0, interactive=False)
        vault.found()
        bring_in_cast(at=NOW)
        give_accounts([character("Nadia")], at=NOW)
        year.load(at=NOW)
    with _told(f"{options.meetings} sets with a meeting each"):
        fill(options.meetings, at=NOW)
    gc.collect()
    gc.freeze()
    faults = [*_measuring(options.meetings), *_reading(), *_releasing()]
    if faults:
        raise SystemExit("; ".join(faults))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--meetings", type=int, default=10_000)
    return parser.parse_args()


@contextmanager
def _told(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{what}: {time.monotonic() - began:.1f} s", flush=True)


# --- measuring


def _measuring(many: int) -> Iterator[str]:
    """From scratch in rising numbers; then only what is new."""
    print(f"\n{'measured':>10}{'seconds':>10}{'own':>10}{'ms each':>10}")
    for number in sorted({many // 10, many * 3 // 10, many}):
        _forget()
        took = _measure(number)
        if number == many and took > BAR_SECONDS * many / 10_000:
            yield f"{many} meetings took {took:.0f} s"
    newest = Meeting.objects.held().order_by("-closed_at")[:NEW]
    Measured.objects.filter(meeting__in=list(newest)).delete()
    began = time.monotonic()
    found = list(not_measured()[:200])
    looked = time.monotonic() - began
    print(f"finding {len(found)} new ones among all: {looked * 1000:.0f} ms")
    _measure(NEW, among=[each.pk for each in found])


def _measure(number: int, among: Sequence[UUID] | None = None) -> float:
    meetings = Meeting.objects.held().order_by("pk")
    if among is not None:
        meetings = meetings.filter(pk__in=among)
    some = list(meetings[:number])
    began, own = time.monotonic(), time.process_time()
    done = measure(some, at=NOW)
    took, own = time.monotonic() - began, time.process_time() - own
    print(f"{done:>10}{took:>10.2f}{own:>10.2f}{took / done * 1000:>10.2f}", flush=True)
    return took


def _forget() -> None:
    for model in (Measure, OwnMeasure, Measured):
        rows = model._default_manager.all()
        rows._raw_delete(rows.db)


# --- reading


def _reading() -> Iterator[str]:
    sets = LearningSet.objects.count()
    print(f"\n{sets} sets\n{'page':62}{'median':>9}{'p95':>9}{'queries':>9}")
    for who, pages in PAGES.items():
        browser = Client(headers={"host": "127.0.0.1"})
        browser.force_login(person(who))
        for address in pages:
            p95 = _page(browser, who, address)
            if p95 > BAR_MS:
                yield f"{address} takes {p95:.0f} ms"


def _page(browser: Client, who: str, address: str) -> float:
    """Prints what one page took, and gives back its 95th percentile."""
    connection.force_debug_cursor = True
    connection.queries_log.clear()
    status = browser.get(address).status_code
    queries = len(connection.queries_log)
    connection.force_debug_cursor = False
    for _each in range(WARMING_UP):
        browser.get(address)
    if status != 200:
        raise SystemExit(f"{who} gets {status} at {address}")
    took = [_took(lambda: browser.get(address)) for _each in range(TIMES)]
    p95 = statistics.quantiles(took, n=20)[-1]
    shown = f"{who:8}{address.replace(INSIGHT, '…').replace(SET, '…')}"
    print(
        f"{shown:62}{statistics.median(took):>9.1f}{p95:>9.1f}{queries:>9}", flush=True
    )
    return p95


def _took(what: Callable[[], object]) -> float:
    began = time.process_time()
    what()
    return (time.process_time() - began) * 1000


# --- releasing


def _releasing() -> Iterator[str]:
    """The year's quarters anew, then a quarter of a programme of two hundred sets."""
    print()
    programme = Programme.objects.get(pk=id_of("programme", KEY))
    quarters = [each.quarter for each in programme.snapshots.order_by("year", "number")]
    programme.snapshots.all().delete()
    for quarter in quarters:
        _release(programme, quarter)
    _release(programme_of(0), Quarter.of(NOW.date()).previous)
    yield from ()


def _release(programme: Programme, quarter: Quarter) -> None:
    began = time.monotonic()
    snapshot = release(programme, quarter, at=NOW)
    took = time.monotonic() - began
    shown = snapshot.figures.filter(value__isnull=False).count()
    print(
        f"release {quarter.year}/{quarter.number} of {programme.name}: {took:.2f} s, "
        f"{shown} of {snapshot.figures.count()} figures shown",
        flush=True,
    )


if __name__ == "__main__":
    main()
