"""Posts so many notices into a database of a test's own and says which they are."""

import sys

import django


def post(number: int) -> None:
    from django.utils import timezone

    from askwell.web.people.models import Notice, Person
    from askwell.web.people.operations import post_notices

    readers = [
        Person(email=f"reader.{each}@people.example", name="A reader")
        for each in range(number)
    ]
    Person.objects.bulk_create(readers)
    posted = post_notices(readers, kind=Notice.Kind.HEALTH, path="/", at=timezone.now())
    print(*(notice.pk for notice in posted))


django.setup()
post(int(sys.argv[1]))
