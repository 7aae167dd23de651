"""How long the pages of a large programme take, in a house full of other sets.

    python -m benchmarks.programme                     200 sets, 1,500 people
    python -m benchmarks.programme --others 10000      among ten thousand other sets

Each page is asked for thirty times, signed in, inside one process. The time is the
process's own, so that whatever else runs on the machine does not count. The bar is a
95th percentile below 100 ms.
"""

import argparse
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta

os.environ.setdefault("ASKWELL_DATA", tempfile.mkdtemp(prefix="askwell-benchmark-"))
# Django is set up by this; whatever knows a model can be imported only after it.
import askwell.web.wsgi  # noqa: F401 - only to be run

# isort: split
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.web.enrolments.models import Enrolment
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Organisation, Person
from askwell.web.programmes.models import (
    Cohort,
    LearningSet,
    Office,
    Partner,
    Programme,
    SetMembership,
)
from askwell.web.running.models import Turnout

SIZE, HELD, AHEAD, EVERY = 7, 4, 2, timedelta(weeks=5)
BAR = 100.0
PAGES = ("programmes", "programme", "sets", "facilitators", "calendar", "figures")
NOW = timezone.now()


def main() -> None:
    options = _options()
    call_command("migrate", verbosity=0, interactive=False)
    manager = Person.objects.create(name="Ingrid", email="ingrid@people.example")
    programme = _programme(manager)
    _fill(options.sets, spare=options.people - options.sets * SIZE, of=programme)
    _fill(options.others)
    # What was made to fill the house is no server's, and is not looked through again.
    gc.collect()
    gc.freeze()
    browser = Client(headers={"host": "127.0.0.1"})
    browser.force_login(manager)
    print(f"{'page':14}{'median':>10}{'p95':>10}{'queries':>10}")
    slow = [name for name in PAGES if _measure(browser, name, programme) > BAR]
    if slow:
        raise SystemExit(f"slower than {BAR:.0f} ms: {', '.join(slow)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=int, default=200)
    parser.add_argument("--people", type=int, default=1500)
    parser.add_argument("--others", type=int, default=0)
    return parser.parse_args()


def _measure(browser: Client, name: str, programme: Programme) -> float:
    """Prints what one page took, and gives back its 95th percentile."""
    args = [] if name == "programmes" else [programme.pk]
    address = reverse(f"running:{name}", args=args)
    connection.force_debug_cursor = True
    browser.get(address)
    queries = len(connection.queries)
    connection.force_debug_cursor = False
    took = [_took(browser, address) for _ in range(30)]
    p95 = statistics.quantiles(took, n=20)[-1]
    print(f"{name:14}{statistics.median(took):>10.1f}{p95:>10.1f}{queries:>10}")
    return p95


def _took(browser: Client, address: str) -> float:
    began = time.process_time()
    browser.get(address)
    return (time.process_time() - began) * 1000


# --- what there is to look at


def _programme(manager: Person) -> Programme:
    home = Organisation.objects.create(name="Hillside Trust")
    programme = Programme.objects.create(
        name="Leading by asking",
        meant_for=Programme.For.LEADERSHIP,
        aim="People ask before they decide.",
        home=home,
        starts_on=NOW.date(),
        ends_on=NOW.date() + timedelta(days=300),
        created_by=manager,
    )
    Partner.objects.create(programme=programme, organisation=home)
    Office.objects.create(programme=programme, person=manager, email=manager.email)
    Cohort.objects.create(programme=programme, name="One", starts_on=NOW.date())
    return programme


def _fill(number: int, *, spare: int = 0, of: Programme | None = None) -> None:
    """So many sets that meet; and so many people beside who are in none."""
    kind = "in" if of else "out"
    people = Person.objects.bulk_create(
        Person(name=f"Person {n}", email=f"{n}.{kind}@people.example")
        for n in range(number * SIZE + spare)
    )
    sets = LearningSet.objects.bulk_create(
        LearningSet(
            name=f"Set {n}",
            cohort=of.cohorts.first() if of else None,
            attendance=Programme.Attendance.COUNTS,
        )
        for n in range(number)
    )
    SetMembership.objects.bulk_create(
        SetMembership(
            learning_set=sets[n // SIZE],
            person=people[n],
            joined_at=NOW,
            is_facilitator=n % SIZE == 0,
        )
        for n in range(number * SIZE)
    )
    _meet(sets, kind)
    if of:
        _enrol(people, of)


def _meet(sets: Sequence[LearningSet], kind: str) -> None:
    meetings = [
        _meeting(each, f"{kind[0]}{place}.{n}", n)
        for place, each in enumerate(sets)
        for n in range(-HELD, AHEAD)
    ]
    Meeting.objects.bulk_create(meetings, batch_size=1000)
    Turnout.objects.bulk_create(
        Turnout(meeting=each, came=SIZE - 1, members=SIZE)
        for each in meetings
        if each.closed_at
    )


def _meeting(learning_set: LearningSet, code: str, number: int) -> Meeting:
    at = NOW + EVERY * number + timedelta(days=1)
    held = number < 0
    return Meeting(
        learning_set=learning_set,
        code=code,
        format="classic_uk",
        booked_minutes=150,
        starts_at=at,
        opened_at=at if held else None,
        closed_at=at + timedelta(hours=2) if held else None,
    )


def _enrol(people: Sequence[Person], programme: Programme) -> None:
    cohort, partner = programme.cohorts.get(), programme.partners.get()
    Enrolment.objects.bulk_create(
        Enrolment(
            programme=programme,
            cohort=cohort,
            partner=partner,
            email=each.email,
            name=each.name,
            person=each,
            status=Enrolment.Status.JOINED,
            answered_at=NOW,
            level=2,
            facilitates=place % SIZE == 0,
            capacity=3,
        )
        for place, each in enumerate(people)
    )


if __name__ == "__main__":
    main()
