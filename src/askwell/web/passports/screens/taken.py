"""The passport as data, to hand on: no name of a set, and nobody else's."""

from datetime import datetime
from typing import Any

from django.conf import settings

from askwell.facilitation.pathways.progress import OfLevel, Reached
from askwell.web.passports.models import Badge
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
                "at": each.at.isoformat(),
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
        and {"standing": renewal.standing.value, "until": renewal.until.isoformat()},
        "badges": [each.credential for each in standing.badges if _stands(each, at=at)],
    }


def _level(of: OfLevel) -> dict[str, Any]:
    return {
        "name": of.level.name,
        "title": of.level.title,
        "reached_at": of.reached_at and of.reached_at.isoformat(),
        "requirements": [_requirement(each) for each in of.reached],
    }


def _requirement(of: Reached) -> dict[str, Any]:
    return {
        "name": of.requirement.name,
        "title": of.requirement.title,
        "have": round(of.have, 2),
        "need": of.requirement.at_least,
        "met_at": of.met_at and of.met_at.isoformat(),
    }


def _stands(badge: Badge, *, at: datetime) -> bool:
    lasts = badge.valid_until is None or badge.valid_until > at
    return lasts and badge.withdrawn_at is None
