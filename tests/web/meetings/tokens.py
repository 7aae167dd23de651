"""Prints the marks of the private notes in a meeting's log, in order."""

import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django


def main(meeting: str) -> None:
    django.setup()
    from askwell.web.meetings.models import Entry

    notes = Entry.objects.filter(meeting=meeting, kind="NoteWritten").order_by("number")
    print(json.dumps(list(notes.values_list("token", flat=True))))


if __name__ == "__main__":
    main(sys.argv[1])
