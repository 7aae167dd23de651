"""A worker for tests that kill it: delivers notices until it is no more.

Run as a process of its own; its lease is as short as the tests are.
"""

import sys
import time
from datetime import timedelta

import django


def work(lease: float) -> None:
    from django.utils import timezone

    from askwell.web.integrations import tasks
    from askwell.web.integrations.operations import outbox

    outbox.LEASE = timedelta(seconds=lease)
    print("at work", flush=True)
    while True:
        tasks.deliver_due_notices(at=timezone.now())
        time.sleep(0.05)


django.setup()
work(float(sys.argv[1]))
