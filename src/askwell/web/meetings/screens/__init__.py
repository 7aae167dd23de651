"""The room's screens: what each pair of eyes sees of a meeting."""

from askwell.web.meetings.screens.answers import (
    answer_page,
    correct,
    explain,
    room_path,
)
from askwell.web.meetings.screens.directory import directory
from askwell.web.meetings.screens.drawing import brought_by_time, draw, page, redraw
from askwell.web.meetings.screens.holding import held_page, hold
from askwell.web.meetings.screens.keepsakes import review, takeaway
from askwell.web.meetings.screens.sight import Sight
from askwell.web.meetings.screens.viewer import Directory, Fragment, Viewer

__all__ = [
    "Directory",
    "Fragment",
    "Sight",
    "Viewer",
    "answer_page",
    "brought_by_time",
    "correct",
    "directory",
    "draw",
    "explain",
    "held_page",
    "hold",
    "page",
    "redraw",
    "review",
    "room_path",
    "takeaway",
]
