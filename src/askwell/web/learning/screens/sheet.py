"""Writes a learning record as JSON, in the form docs/reference/learning-record.md."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from askwell.web.learning.queries.parts import Chosen, Learned, Question, Time, Told
from askwell.web.learning.queries.record import Record

SCHEMA: Final = "askwell.learning-record/1"


def written(record: Record, *, name: str, at: datetime) -> bytes:
    sheet = {
        "schema": SCHEMA,
        "written_at": at.isoformat(),
        "name": name,
        "years": [
            {
                "year": year.number,
                "times": [_time(each) for each in year.times],
                "actions": [_action(each) for each in year.actions],
                "learned": [_learned(each) for each in year.learned],
            }
            for year in record.years
        ],
    }
    return json.dumps(sheet, ensure_ascii=False, indent=2).encode()


def _time(time: Time) -> dict[str, Any]:
    return {
        "at": _moment(time.at),
        "set": time.learning_set or None,
        "headline": time.headline,
        "topic": time.topic,
        "question": time.question,
        "outcome": time.outcome.value if time.outcome else None,
        "questions": [_question(each) for each in time.questions],
        "learned": [_learned(each) for each in time.learned],
        "actions": [_action(each) for each in time.actions],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "words": question.words,
        "kind": question.kind,
        "starred": question.starred,
        "asked_by": question.asked_by or None,
    }


def _action(action: Chosen) -> dict[str, Any]:
    return {
        "chosen_at": _moment(action.at),
        "set": action.learning_set or None,
        "words": action.words,
        "due_on": _moment(action.due_on),
        "how_known": action.how_known,
        "status": action.status.value,
        "settled_at": _moment(action.settled_at),
        "report_backs": [_told(each) for each in action.told],
        "notes": [{"at": _moment(n.at), "words": n.words} for n in action.notes],
        "scale": _scale(action),
    }


def _told(told: Told) -> dict[str, Any]:
    return {
        "at": _moment(told.at),
        "status": told.status.value,
        "did": told.did,
        "happened": told.happened,
        "learned": told.learned,
        "still_open": told.still_open,
    }


def _scale(action: Chosen) -> dict[str, Any] | None:
    levels = dict(_levels(action))
    if not levels and action.rated_now is None and action.rated_later is None:
        return None
    return {
        "levels": levels,
        "at_the_start": action.rated_now,
        "later": action.rated_later,
    }


def _levels(action: Chosen) -> Iterator[tuple[str, str]]:
    return ((str(each.level), each.words) for each in action.rungs)


def _learned(learned: Learned) -> dict[str, Any]:
    return {
        "at": _moment(learned.at),
        "set": learned.learning_set or None,
        "words": learned.words,
        "about": learned.about.value,
    }


def _moment(at: date | datetime | None) -> str | None:
    return at.isoformat() if at else None
