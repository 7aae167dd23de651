"""The keys of a meeting's set are destroyed, by the product's own operation."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django


def main(meeting: str) -> None:
    django.setup()
    from django.utils import timezone

    from askwell.web.meetings.models import Meeting
    from askwell.web.vault import operations as vault

    found = Meeting.objects.get(pk=meeting)
    vault.shred_set(found.learning_set_id, at=timezone.now())


if __name__ == "__main__":
    main(sys.argv[1])
