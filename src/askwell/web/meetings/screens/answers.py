"""How the room answers what it cannot accept: beside the form, or as a small page."""

from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from askwell.process import Refused, State
from askwell.web.meetings.screens.refusals import in_words
from askwell.web.meetings.screens.sight import Sight
from askwell.web.meetings.screens.viewer import Viewer
from askwell.web.ui import stylesheet

# What a form carries beside what somebody wrote.
NOT_WRITTEN = frozenset(
    {
        "token",
        "expected_phase",
        "kind",
        "speaker",
        "to",
        "action",
        "topic_id",
        "topic_type",
    }
)


def explain(refused: Refused, state: State, viewer: Viewer) -> str:
    """Why the process said no and what to do, as a fragment for the form."""
    happened, to_do = in_words(refused, Sight.of(state, viewer))
    return format_html("<p><strong>{}</strong> {}</p>", happened, to_do)


def correct(form: Any, viewer: Viewer) -> str:
    """What the form lacks, as a fragment for the form."""
    faults = dict.fromkeys(fault for each in form.errors.values() for fault in each)
    return format_html(
        "<p><strong>{}</strong> {}</p>",
        _("That could not be taken yet."),
        format_html_join(" ", "{}", ((fault,) for fault in faults)),
    )


def answer_page(message: str, kept: QueryDict, viewer: Viewer) -> str:
    """The message and the kept text as a small page, without JavaScript."""
    page = {
        "message": _drawn_here(message),
        "kept": [
            text
            for name, values in kept.lists()
            if name not in NOT_WRITTEN
            for text in values
            if text.strip()
        ],
        "room": room_path(UUID(viewer.directory.meeting), shared=False),
        "stylesheet": stylesheet.path(),
        "language": viewer.language or "en-gb",
    }
    return render_to_string("meetings/answer.html", page)


def room_path(meeting: UUID, *, shared: bool) -> str:
    """Where the room's page is."""
    return reverse("meetings:screen" if shared else "meetings:room", args=[meeting])


def _drawn_here(message: str) -> SafeString:
    # `explain` and `correct` have escaped whatever they put in.
    return mark_safe(message)  # noqa: S308 - as said
