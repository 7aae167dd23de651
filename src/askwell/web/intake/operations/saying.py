"""What somebody says before the sets are made, each part kept as soon as it is said."""

from datetime import datetime

from django.db import transaction

from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.operations.memberships import write
from askwell.web.intake import rules, weeks
from askwell.web.intake.models import Intake
from askwell.web.intake.operations.holding import hold
from askwell.web.intake.refusals import NotDoneError, Reason
from askwell.web.people.models import Person


@transaction.atomic
def say_where(
    enrolment: Enrolment, *, by: Person, area: str, level: int | None, place: str
) -> None:
    """Where somebody works; the manager sees it, as it may be on the list already."""
    held = _own(enrolment, by)
    held.area, held.level, held.place = area, level, place
    held.save(update_fields=["area", "level", "place"])
    write(held, by)


@transaction.atomic
def say_when(
    enrolment: Enrolment, *, by: Person, week: int, time_zone: str = ""
) -> None:
    """The half hours they could meet; the clocks stay unless others are named."""
    held = _own(enrolment, by)
    held.time_zone = time_zone or held.time_zone
    held.save(update_fields=["time_zone"])
    intake = _intake(enrolment, by)
    intake.painted = weeks.written(week & weeks.ALL)
    intake.save(update_fields=["painted"])


@transaction.atomic
def say_challenge(
    enrolment: Enrolment, *, by: Person, words: str, may_compare: bool
) -> None:
    """One sentence, or nothing yet; without words there is nothing to compare."""
    intake = _intake(enrolment, by)
    intake.challenge = words or None
    intake.may_compare = may_compare and bool(words)
    intake.save(update_fields=["challenge", "may_compare"])


@transaction.atomic
def say_apart(enrolment: Enrolment, *, by: Person, words: str) -> None:
    """With whom they would rather not sit; nobody is told."""
    intake = _intake(enrolment, by)
    intake.apart = words or None
    intake.save(update_fields=["apart"])


@transaction.atomic
def say_facilitating(
    enrolment: Enrolment, *, by: Person, facilitates: bool, capacity: int
) -> None:
    """Whether they could facilitate, and how many sets."""
    held = _own(enrolment, by)
    # Whoever was asked to facilitate and nothing else says no by leaving.
    held.facilitates = facilitates or not held.takes_part
    held.capacity = capacity
    held.save(update_fields=["facilitates", "capacity"])


@transaction.atomic
def finish(enrolment: Enrolment, *, by: Person, at: datetime) -> None:
    """They have been through all of it, and can still change it."""
    intake = _intake(enrolment, by)
    if intake.finished_at is None:
        intake.finished_at = at
        intake.save(update_fields=["finished_at"])


def _intake(enrolment: Enrolment, by: Person) -> Intake:
    """Theirs, or a new one where what they said has been forgotten."""
    held = _own(enrolment, by)
    intake, _is_new = Intake.objects.select_for_update().get_or_create(
        enrolment=held, defaults={"owner": by}
    )
    return intake


def _own(enrolment: Enrolment, by: Person) -> Enrolment:
    """One's own, while it can still be changed."""
    held = hold(enrolment)
    if held.person_id != by.pk:
        raise NotDoneError(Reason.ANOTHER_ADDRESS)
    if held.programme.ended_at:
        raise NotDoneError(Reason.ENDED)
    if not rules.may_change_intake(held):
        raise NotDoneError(Reason.PLACED)
    return held
