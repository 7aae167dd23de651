"""A worker runs its tasks once, tomorrow; it may be cut off at a given point.

Its argument names the point, as `module:function`: there the process dies as in a
power cut, before the function has done anything.
"""

import os
import sys
from importlib import import_module
from typing import Any
from unittest.mock import patch

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django


def main(cut_off_at: str = "") -> None:
    django.setup()
    if cut_off_at:
        module, _, name = cut_off_at.partition(":")
        patch.object(import_module(module), name, _die).start()
    from datetime import timedelta

    from django.utils import timezone

    from askwell.web.renewal import tasks

    at = timezone.now() + timedelta(days=1)
    for task in (tasks.look_at_sets, tasks.see_people_off, tasks.see_sets_off):
        task(at=at)


def _die(*_: Any, **__: Any) -> None:
    os._exit(9)


if __name__ == "__main__":
    main(*sys.argv[1:])
