"""What the test of several workers runs, each as a process of its own.

`set` sets reminders, `post` is one worker, `count` says what came of it: how many
reminders there were, how many were posted, and how often the oftenest was.
"""

import sys
import time
from collections import Counter
from pathlib import Path

import django

REMINDERS = 120


def set_them() -> None:
    from datetime import timedelta

    from django.utils import timezone

    from askwell.web.actions.models import Reminder
    from factories import a_person, a_set, an_action

    amara = a_person()
    learning_set, now = a_set(amara), timezone.now()
    for _ in range(REMINDERS):
        action = an_action(amara, learning_set)
        Reminder.objects.create(action=action, due_at=now - timedelta(minutes=1))


def post(begin: str) -> None:
    """Wait until all are there, then post until there is nothing left to post."""
    from django.utils import timezone

    from askwell.web.actions.models import Reminder
    from askwell.web.actions.tasks import post_due_reminders

    print("at work", flush=True)
    while not Path(begin).exists():
        time.sleep(0.005)
    while Reminder.objects.due(at=timezone.now()).exists():
        post_due_reminders(at=timezone.now())


def count() -> None:
    from askwell.web.actions.models import Reminder
    from askwell.web.people.models import Notice

    posted = Counter(Notice.objects.values_list("path", flat=True))
    print(Reminder.objects.count(), len(posted), max(posted.values()))


if __name__ == "__main__":
    django.setup()
    {"set": set_them, "post": post, "count": count}[sys.argv[1]](*sys.argv[2:])
