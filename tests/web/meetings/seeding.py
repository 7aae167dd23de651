"""Fills an empty database with sets whose meetings are open; prints what it made."""

import json
import os
import sys
from datetime import timedelta
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django

PEOPLE = ("Amara Okafor", "Ben Whitlock", "Chiara Russo", "Dev Patel")


def main(meetings: int) -> None:
    django.setup()
    from django.core.management import call_command

    from askwell.web.vault import operations as vault

    call_command("migrate", verbosity=0, interactive=False)
    vault.found()
    made = [_open_meeting() for _ in range(meetings)]
    _sign_in([person for one in made for person in one["people"]])
    print(json.dumps(made))


def _sign_in(people: list[str]) -> None:
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    from askwell.web.people.models import Person
    from web.meetings.caller import PASSWORD, session_of

    Person.objects.update(password=PASSWORD)
    tomorrow = timezone.now() + timedelta(days=1)
    Session.objects.bulk_create(
        Session(session_key=session_of(person), session_data="", expire_date=tomorrow)
        for person in people
    )


def _open_meeting() -> dict[str, Any]:
    from django.utils import timezone

    import factories
    from askwell.process.commands import Arrive, Open
    from askwell.web.meetings import operations

    people = [factories.a_person(name) for name in PEOPLE]
    learning_set = factories.a_set(*people, facilitator=people[0], agreed=True)
    meeting = operations.schedule(
        learning_set, starts_at=timezone.now(), booked_minutes=60
    )
    operations.convene(meeting)
    ids = [str(person.pk) for person in people]
    for person in ids:
        operations.submit(meeting.pk, Arrive(by=person, token=f"arrive-{person}"))
    operations.submit(meeting.pk, Open(by=ids[0], token="open-it"))
    meeting.refresh_from_db()
    return {"id": str(meeting.pk), "head": meeting.head, "people": ids}


if __name__ == "__main__":
    main(int(sys.argv[1]))
