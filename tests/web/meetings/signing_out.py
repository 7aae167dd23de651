"""Somebody's session ends, as it does when they sign out."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django


def main(person: str) -> None:
    django.setup()
    from django.contrib.sessions.backends.db import SessionStore

    from web.meetings.caller import session_of

    SessionStore(session_of(person)).flush()


if __name__ == "__main__":
    main(sys.argv[1])
