"""What the test of several workers runs, each as a process of its own.

`plan` puts meetings into a database, `tell` is one worker, `count` says what came of
it: how many calendars were to be told, and how often each was.
"""

import sys
import time
from collections import Counter
from pathlib import Path

import django

SETS, MEETINGS, PEOPLE = 6, 5, 4


def plan() -> None:
    from datetime import timedelta

    from django.utils import timezone

    from askwell.web.meetings.operations import schedule
    from factories import a_person, a_set

    for _ in range(SETS):
        learning_set = a_set(*(a_person() for _ in range(PEOPLE)))
        for week in range(MEETINGS):
            starts_at = timezone.now() + timedelta(weeks=week + 1)
            schedule(learning_set, starts_at=starts_at, booked_minutes=90)


def tell(begin: str) -> None:
    """Wait until all are there, then tell until there is nothing left to tell."""
    from django.utils import timezone

    from askwell.web.calendar.tasks import keep_calendars

    print("at work", flush=True)
    while not Path(begin).exists():
        time.sleep(0.005)
    while keep_calendars(at=timezone.now()):
        pass


def count() -> None:
    from askwell.web.calendar.models import Told
    from askwell.web.people.models import Notice

    told = Counter(Notice.objects.values_list("person", "path"))
    print(Told.objects.count(), len(told), max(told.values()))


if __name__ == "__main__":
    django.setup()
    {"plan": plan, "tell": tell, "count": count}[sys.argv[1]](*sys.argv[2:])
