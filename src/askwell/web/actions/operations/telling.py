"""What an owner tells of an action: to the set, or, without one, to themselves."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.actions import rules
from askwell.web.actions.models import SETTLED, Action, ReportBack, Status
from askwell.web.actions.operations.holding import own, own_open, set_status
from askwell.web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Told:
    """The four questions of a report-back, answered as far as the owner likes."""

    did: str | None = None
    happened: str | None = None
    learned: str | None = None
    still_open: str | None = None


class StillToBeToldError(Exception):
    """The set meets again: it is the set that hears what became of the action."""


@transaction.atomic
def report_back(
    action: Action,
    *,
    by: Person,
    meeting: UUID,
    status: Status,
    at: datetime,
    did: str | None = None,
    happened: str | None = None,
    learned: str | None = None,
    still_open: str | None = None,
    declined: bool = False,
) -> ReportBack:
    """What came of it, at one meeting; said again there, it replaces what was said.

    Done, changed and dropped settle an action; partly and not yet keep it open.
    """
    action = own(action, by)
    told = ReportBack.objects.filter(action=action, meeting=meeting).first()
    told = told or ReportBack(action=action, meeting=meeting)
    told.declined = declined
    learned = None if declined else learned
    words = Told(did=did, happened=happened, learned=learned, still_open=still_open)
    return _keep(told, status, words, at=at)


@transaction.atomic
def settle_alone(
    action: Action, *, by: Person, status: Status, told: Told, at: datetime
) -> ReportBack:
    """Say for oneself what became of it, where there is no next meeting to tell."""
    action = own_open(action, by)
    if rules.will_be_told(action):
        raise StillToBeToldError
    return _keep(ReportBack(action=action), status, told, at=at)


def _keep(told: ReportBack, status: Status, words: Told, *, at: datetime) -> ReportBack:
    told.status = status
    told.did = words.did
    told.happened = words.happened
    told.learned = words.learned
    told.still_open = words.still_open
    told.reported_at = at
    told.save()
    told.action.settled_at = at if status in SETTLED else None
    set_status(told.action, status)
    return told
