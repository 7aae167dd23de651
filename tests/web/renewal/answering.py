"""One member answers the look that is open, in a process of their own."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django


def main(name: str) -> None:
    django.setup()
    from django.utils import timezone

    from askwell.web.people.models import Person
    from askwell.web.renewal import operations
    from askwell.web.renewal.models import HealthCheck
    from web.renewal.meets import steps

    check = HealthCheck.objects.select_related("learning_set").get()
    person = Person.objects.get(name=name)
    operations.answer(check, steps(4), by=person, at=timezone.now())


if __name__ == "__main__":
    main(*sys.argv[1:])
