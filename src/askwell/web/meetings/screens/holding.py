"""What the author of a held contribution is asked, beside the form or on a page."""

from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from askwell.process.kinds import Family
from askwell.web.meetings.hold import AS_MEANT, HELD, Held
from askwell.web.meetings.screens.answers import room_path
from askwell.web.meetings.screens.viewer import Viewer
from askwell.web.ui import stylesheet


def hold(held: Held, viewer: Viewer) -> str:
    """A fragment for the form that was sent."""
    return render_to_string("meetings/held.html", _facts(held))


def held_page(held: Held, viewer: Viewer) -> str:
    """A small page with the words in a box, without JavaScript."""
    page = _facts(held) | {
        "see": _Room(viewer.directory.posts_to),
        "kind": held.command.kind,
        "words": held.words,
        "to": held.command.to,
        "room": room_path(UUID(viewer.directory.meeting), shared=False),
        "stylesheet": stylesheet.path(),
        "language": viewer.language or "en-gb",
    }
    return render_to_string("meetings/held_page.html", page)


class _Room:
    """As much of a sight as the tag `post` asks for."""

    def __init__(self, acts: str) -> None:
        self.acts = acts


def _facts(held: Held) -> dict[str, Any]:
    return {
        "asked": held.reading.hint if held.asked_as else _no_question_now(),
        "rewrites": held.rewrites,
        "asked_as": held.asked_as,
        "as_meant": _as_meant(held.family),
        "HELD": HELD,
        "AS_MEANT": AS_MEANT,
    }


def _no_question_now() -> str:
    return _(
        "This could be heard as advice. How could you say it so that the choice stays "
        "with them?"
    )


def _as_meant(family: Family) -> str:
    """What the author may hold against it, in their own voice."""
    return {
        Family.QUESTION: _("It is a question as I mean it"),
        Family.EXPERIENCE: _("It is my own experience as I mean it"),
        Family.OBSERVATION: _("It is what I heard, as I mean it"),
        Family.SUPPORT: _("It is not advice as I mean it"),
    }[family]
