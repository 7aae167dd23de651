"""A room with the plainest of screens: one line for every entry of the log."""

import os
from collections.abc import Sequence
from typing import Any
from uuid import UUID

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

from askwell.web.asgi import Entry

# isort: split
from django.http import QueryDict
from django.utils import timezone

from askwell.process.events import Event, NextMeetingAgreed
from askwell.process.refusals import Refused
from askwell.process.state import State
from askwell.web.meetings.forms import ACTS
from askwell.web.meetings.hold import Held
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.screens.viewer import Directory, Fragment, Viewer
from askwell.web.meetings.seam import Seam
from askwell.web.programmes.models import SetMembership


class PlainScreens:
    """Every entry is a line that bears its number, whatever it says."""

    def directory(self, meeting: UUID) -> Directory:
        learning_set = Meeting.objects.get(pk=meeting).learning_set
        memberships = SetMembership.objects.filter(learning_set=learning_set)
        names = {str(each.person_id): each.person.name for each in memberships}
        return Directory(
            str(meeting), str(learning_set.pk), learning_set.name, "", "", names
        )

    def draw(
        self, events: Sequence[Event], state: State, viewer: Viewer
    ) -> Sequence[Fragment]:
        return [
            Fragment(
                "log", "put", f'<li id="e-{each.number}">{_said(each, viewer)}</li>'
            )
            for each in events
        ]

    def redraw(self, state: State, viewer: Viewer) -> Sequence[Fragment]:
        return [Fragment("log", "replace", f"<ol>{_notes(state, viewer)}</ol>")]

    def brought_by_time(
        self, state: State, viewer: Viewer, *, shown: object
    ) -> tuple[object, Sequence[Fragment]]:
        return None, ()

    def explain(self, refused: Refused, state: State, viewer: Viewer) -> str:
        return f"<p>{refused.reason}</p>"

    def correct(self, form: Any, viewer: Viewer) -> str:
        return f"<p>{', '.join(form.errors)}</p>"

    def answer_page(self, message: str, kept: QueryDict, viewer: Viewer) -> str:
        return f"<!doctype html><main>{message}<q>{kept.get('words', '')}</q></main>"

    def hold(self, held: Held, viewer: Viewer) -> str:
        return f"<p>{held.reading.hint}</p>"

    def held_page(self, held: Held, viewer: Viewer) -> str:
        return f"<!doctype html><main><q>{held.words}</q></main>"

    def room_path(self, meeting: UUID, *, shared: bool) -> str:
        return f"/meetings/{meeting}/"


def _said(event: Event, viewer: Viewer) -> str:
    if isinstance(event, NextMeetingAgreed) and event.meets_at:
        return f"{timezone.localtime(event.meets_at):%H:%M}"
    mine = event.person == viewer.person
    return getattr(event, "words", None) or "" if mine else type(event).__name__


def _notes(state: State, viewer: Viewer) -> str:
    """What of the viewer's own notes can still be read."""
    mine = [note for note in state.notes.values() if note.person == viewer.person]
    return "".join(f"<li>{note.words or 'forgotten'}</li>" for note in mine)


application = Entry(Seam(screens=PlainScreens(), acts=ACTS))
