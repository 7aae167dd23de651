"""A person's own counts, as a table and as JSON, to take along."""

import json
from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from askwell.insight.own import QUESTIONS
from askwell.web.measuring.queries import Own
from askwell.web.running.operations.attendance import table

COUNTED = (
    "starred",
    "turns",
    "turns_of_all",
    "people",
    "slots",
    "actions",
    "report_backs",
    "learnings",
)


def as_table(mine: Sequence[Own]) -> str:
    """One line for each meeting, the oldest first."""
    kinds = [_(each.title) for each in QUESTIONS]
    head = [_("Meeting on"), _("Set"), *kinds, *_counted()]
    return table([head, *(_row(one) for one in mine)])


def as_json(mine: Sequence[Own], *, at: datetime) -> str:
    """The same with names for programs."""
    meetings = [
        {
            "at": one.at.isoformat(),
            "set": one.learning_set_name,
            "questions": {
                each.name: one.counts.questions.get(each.name, 0) for each in QUESTIONS
            },
            **{name: getattr(one.counts, name) for name in COUNTED},
        }
        for one in mine
    ]
    told = {"written_at": at.isoformat(), "meetings": meetings}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _counted() -> list[str]:
    return [
        _("Starred"),
        _("Turns of mine"),
        _("Turns of all"),
        _("People there"),
        _("Times I presented"),
        _("Actions"),
        _("Report-backs"),
        _("Learnings"),
    ]


def _row(one: Own) -> list[object]:
    asked = [one.counts.questions.get(each.name, 0) for each in QUESTIONS]
    counted = [getattr(one.counts, name) for name in COUNTED]
    return [one.at.date().isoformat(), one.learning_set_name, *asked, *counted]
