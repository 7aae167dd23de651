"""Somebody leaves every set they are in, by the product's own operation."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django


def main(person_id: str) -> None:
    django.setup()
    from django.utils import timezone

    from askwell.web.people.models import Person
    from askwell.web.programmes import operations
    from askwell.web.programmes.models import SetMembership

    person = Person.objects.get(pk=person_id)
    for membership in SetMembership.objects.current().filter(person=person):
        operations.leave(membership, at=timezone.now())


if __name__ == "__main__":
    main(sys.argv[1])
