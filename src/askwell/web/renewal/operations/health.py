"""A look at the set: begun, answered without names, closed into words."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from askwell.web.meetings.queries import meetings_held
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.operations.holding import hold, hold_even_ended
from askwell.web.programmes.queries import members_of
from askwell.web.renewal import queries, rules, tallies
from askwell.web.renewal.models import Answered, HealthCheck, Rhythm
from askwell.web.renewal.operations.going_on import ask_everyone
from askwell.web.renewal.refusals import Reason, need
from askwell.web.renewal.statements import ENOUGH, findings


@transaction.atomic
def set_rhythm(learning_set: LearningSet, *, every: int, by: Person) -> None:
    """After how many meetings the set looks at itself."""
    learning_set = hold(learning_set)
    need(rules.can_speak(by, learning_set), Reason.NOT_YOURS_TO_DO)
    Rhythm.objects.update_or_create(
        learning_set=learning_set, defaults={"every": every}
    )


@transaction.atomic
def look(learning_set: LearningSet, *, by: Person, at: datetime) -> HealthCheck:
    """Begin to look now; the one that is open already, if there is one."""
    learning_set = hold(learning_set)
    need(rules.can_speak(by, learning_set), Reason.NOT_YOURS_TO_DO)
    if here := queries.open_check(learning_set):
        return here
    held = meetings_held(learning_set).count()
    need(held > 0, Reason.NOT_MET_YET)
    looked = learning_set.health_checks.filter(after_meetings__gte=held)
    need(not looked.exists(), Reason.LOOKED_JUST_NOW)
    return _begin(learning_set, held, by=by, at=at)


@transaction.atomic
def look_if_due(learning_set: LearningSet, *, at: datetime) -> bool:
    """Begin once the set has met often enough; by whichever worker comes first."""
    learning_set = hold_even_ended(learning_set)
    if learning_set.ended_at or not queries.due(learning_set):
        return False
    if here := queries.open_check(learning_set):
        _close(here, at=at)
    _begin(learning_set, meetings_held(learning_set).count(), by=None, at=at)
    return True


def _begin(
    learning_set: LearningSet, held: int, *, by: Person | None, at: datetime
) -> HealthCheck:
    """A set too small to answer without names talks, and is asked if it goes on."""
    members = members_of(learning_set)
    check = HealthCheck.objects.create(
        learning_set=learning_set,
        after_meetings=held,
        opened_at=at,
        tally=tallies.write(tallies.empty()),
    )
    if len(members) < ENOUGH:
        _close(check, at=at)
    else:
        _tell(learning_set, members, by=by, at=at)
    return check


def _tell(
    learning_set: LearningSet,
    members: list[Person],
    *,
    by: Person | None,
    at: datetime,
) -> None:
    post_notices(
        members,
        kind=Notice.Kind.HEALTH,
        path=f"/sets/{learning_set.pk}/health/",
        by=by,
        at=at,
        set_id=learning_set.pk,
    )


@transaction.atomic
def answer(
    check: HealthCheck, steps: Mapping[str, int], *, by: Person, at: datetime
) -> None:
    """Count somebody's steps in; with the last member's the look closes."""
    check = _held(check)
    need(rules.can_speak(by, check.learning_set), Reason.NOT_YOURS_TO_DO)
    need(not queries.has_answered(check, by), Reason.ANSWERED)
    Answered.objects.create(check_up=check, person=by)
    tally = tallies.with_answers(tallies.read(check.tally), steps)
    check.tally = tallies.write(tally)
    check.save(update_fields=["tally"])
    if not queries.yet_to_answer(check):
        _close(check, at=at)


@transaction.atomic
def close_check(check: HealthCheck, *, by: Person, at: datetime) -> None:
    """Wait for nobody else; only once enough have answered."""
    check = _held(check)
    need(rules.can_speak(by, check.learning_set), Reason.NOT_YOURS_TO_DO)
    need(check.answered.count() >= ENOUGH, Reason.TOO_FEW)
    _close(check, at=at)


@transaction.atomic
def wind_up(check: HealthCheck, *, at: datetime) -> bool:
    """Close a look that has been open too long, whoever has answered."""
    hold(check.learning_set)
    check.refresh_from_db()
    if check.closed_at or at < check.opened_at + HealthCheck.LASTS:
        return False
    _close(check, at=at)
    return True


def _held(check: HealthCheck) -> HealthCheck:
    """The look as it is now, while nobody else can change it; a closed one refuses."""
    learning_set = hold(check.learning_set)
    check = HealthCheck.objects.get(pk=check.pk)
    check.learning_set = learning_set
    need(check.closed_at is None, Reason.CLOSED)
    return check


def _close(check: HealthCheck, *, at: datetime) -> None:
    """Only words are kept: neither the tally nor who has answered."""
    found = findings(tallies.read(check.tally))
    check.answers = check.answered.count()
    check.findings = tallies.write_findings(found) if found else None
    check.tally = None
    check.closed_at = at
    check.save(update_fields=["answers", "findings", "tally", "closed_at"])
    check.answered.all().delete()
    ask_everyone(check.learning_set, by=None, at=at)
