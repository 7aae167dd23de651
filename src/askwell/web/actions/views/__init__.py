"""A person's own actions, for their own eyes."""

from askwell.web.actions.views.along import (
    note_removal,
    notes,
    rating,
    reminder_removal,
    reminders,
    scale,
    telling,
)
from askwell.web.actions.views.own import (
    action,
    actions,
    dropping,
    new,
    withdrawal,
    wording,
)

__all__ = [
    "action",
    "actions",
    "dropping",
    "new",
    "note_removal",
    "notes",
    "rating",
    "reminder_removal",
    "reminders",
    "scale",
    "telling",
    "withdrawal",
    "wording",
]
