"""The passport as data, to hand on: no name of a set, and nobody else's.

It tells days and never instants: those of a meeting, or of a signature, stand in the
passport of everybody who was there, and would join them.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.timezone import localdate

from askwell.facilitation.pathways.progress import OfLevel, Reached
from askwell.web.passports.queries.passport import Passport, Standing

SCHEMA = "askwell.passport/1"


def as_data(passport: Passport) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "written_at": passport.at.isoformat(),
        "written_by": settings.BASE_URL,
        "name": passport.person.name,
        "did": [
            {
                "what": each.kind.value,
                "on": _day(each.at),
                "amount": round(each.amount, 2),
                "meets": each.meets,
            }
            for each in sorted(passport.items, key=lambda one: one.at)
        ],
        "pathways": [_pathway(each, at=passport.at) for each in passport.standings],
    }


def _pathway(standing: Standing, *, at: datetime) -> dict[str, Any]:
    pathway, renewal = standing.pathway, standing.progress.renewal
    return {
        "name": pathway.name,
        "title": pathway.title,
        "body": pathway.body,
        "levels": [_level(each) for each in standing.progress.levels],
        "renewal": renewal
        and {"standing": renewal.standing.value, "until": _day(renewal.until)},
        "badges": [
            each.credential
            for each in standing.badges
            if each.stands(at=at) and each.credential
        ],
    }


def _level(of: OfLevel) -> dict[str, Any]:
    return {
        "name": of.level.name,
        "title": of.level.title,
        "reached_on": of.reached_at and _day(of.reached_at),
        "requirements": [_requirement(each) for each in of.reached],
    }


def _requirement(of: Reached) -> dict[str, Any]:
    return {
        "name": of.requirement.name,
        "title": of.requirement.title,
        "have": round(of.have, 2),
        "need": of.requirement.at_least,
        "met_on": of.met_at and _day(of.met_at),
    }


def _day(at: datetime) -> str:
    return localdate(at).isoformat()
