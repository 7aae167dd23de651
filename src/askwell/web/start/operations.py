"""What is done on the way to a set's first meeting, each step kept as it is taken."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from askwell.web.people.models import Person
from askwell.web.planning.operations import ask_for_dates, plan_series
from askwell.web.planning.series import instant
from askwell.web.programmes import operations as sets
from askwell.web.programmes import queries as known
from askwell.web.programmes.addresses import Addressee
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.operations.holding import hold, must
from askwell.web.start import fitting
from askwell.web.start.models import Beginning
from askwell.web.vault.operations import shred_set


@dataclass(frozen=True)
class Choices:
    """How and when a set will meet; `first` is a time on the home zone's clocks."""

    minutes: int
    facilitates: bool
    when: str
    first: datetime
    count: int
    every_weeks: int
    time_zone: str
    link: str = ""
    # Empty where whatever fits will do.
    format_name: str = ""

    @property
    def format(self) -> str:
        fits = fitting.fitting(minutes=self.minutes, facilitated=self.facilitates)
        return self.format_name or fits.name


@dataclass(frozen=True)
class Done:
    """What finishing set going."""

    invited: int
    first_at: datetime | None
    asked: bool


@transaction.atomic
def begin(
    *,
    set_id: UUID,
    name: str,
    meant_for: str,
    purpose: str,
    by: Person,
    at: datetime,
) -> Beginning:
    """A set that is there from now on; sent twice with one id, it is begun once.

    No other set is begun again, whoever's it is or was.
    """
    must(not LearningSet.objects.filter(pk=set_id).exclude(beginning__by=by).exists())
    learning_set = sets.begin_set(
        set_id=set_id, name=name, purpose=purpose, facilitates=True, by=by, at=at
    )
    beginning, is_new = Beginning.objects.get_or_create(
        learning_set=learning_set, defaults={"by": by, "begun_at": at}
    )
    if is_new:
        learning_set.time_zone = by.time_zone
        _keep(learning_set, meant_for=meant_for, time_zone=by.time_zone)
    return beginning


@transaction.atomic
def describe(beginning: Beginning, *, name: str, meant_for: str, purpose: str) -> None:
    """Say anew what the set is for."""
    learning_set = hold(beginning.learning_set)
    _keep(learning_set, name=name, meant_for=meant_for, purpose=purpose)


@transaction.atomic
def note_people(
    beginning: Beginning,
    found: tuple[Addressee, ...],
    *,
    left_over: str,
    at: datetime,
) -> None:
    """Write down whom to invite; what was not understood stays as it was typed."""
    for each in found:
        sets.write_down(
            beginning.learning_set,
            email=each.email,
            name=each.name,
            by=beginning.by,
            at=at,
        )
    beginning.typed = left_over
    beginning.save(update_fields=["typed"])


def reach(beginning: Beginning, step: Beginning.Step) -> None:
    """Where to go on, on whatever device."""
    beginning.step = step
    beginning.save(update_fields=["step"])


def keep_meetings(beginning: Beginning, as_typed: dict[str, Any]) -> None:
    """How and when, half-said as it may be."""
    beginning.meetings = as_typed
    beginning.save(update_fields=["meetings"])


@transaction.atomic
def finish(beginning: Beginning, choices: Choices, *, at: datetime) -> Done:
    """Send the invitations and convene the first meeting; once, however often asked.

    Whoever is invited by mail may answer a poll as well, so invitations go first.
    """
    learning_set = hold(beginning.learning_set)
    beginning = Beginning.objects.select_for_update().get(pk=learning_set.pk)
    if beginning.finished_at:
        return Done(invited=0, first_at=None, asked=False)
    _settle(learning_set, choices, by=beginning.by, at=at)
    invited = sets.invite_those_written_down(learning_set, by=beginning.by, at=at)
    first_at = _put_into_calendar(learning_set, choices, by=beginning.by, at=at)
    beginning.finished_at = at
    beginning.meetings, beginning.typed = {}, ""
    beginning.save()
    return Done(len(invited), first_at, asked=choices.when == "ask")


def give_up(beginning: Beginning, *, at: datetime) -> bool:
    """Forget a set that is nobody else's yet; says whether it was.

    Its keys go first, so that what is left of it for a moment cannot be read.
    """
    learning_set = beginning.learning_set
    others = learning_set.memberships.exclude(person=beginning.by)
    if beginning.finished_at or others.exists():
        return False
    shred_set(learning_set.pk, at=at)
    learning_set.delete()
    return True


def _settle(
    learning_set: LearningSet, choices: Choices, *, by: Person, at: datetime
) -> None:
    by.time_zone = choices.time_zone
    by.save(update_fields=["time_zone"])
    _keep(
        learning_set,
        time_zone=choices.time_zone,
        format=choices.format,
        usual_minutes=choices.minutes,
        meeting_link=choices.link,
    )
    mine = known.membership_of(by, learning_set)
    if mine is not None and mine.is_facilitator != choices.facilitates:
        sets.appoint(mine, facilitates=choices.facilitates, by=by, at=at)


def _put_into_calendar(
    learning_set: LearningSet, choices: Choices, *, by: Person, at: datetime
) -> datetime | None:
    """All meetings, or the question which dates suit, or nothing yet."""
    zone = ZoneInfo(choices.time_zone)
    if choices.when == "dates":
        first = instant(choices.first, zone)
        plan_series(
            learning_set,
            first=first,
            count=choices.count,
            every_weeks=choices.every_weeks,
            minutes=choices.minutes,
            by=by,
            at=at,
        )
        return first
    if choices.when == "ask":
        ask_for_dates(
            learning_set,
            dates=[instant(each, zone) for each in fitting.dates_to_ask(choices.first)],
            minutes=choices.minutes,
            count=choices.count,
            every_weeks=choices.every_weeks,
            by=by,
            at=at,
        )
    return None


def _keep(learning_set: LearningSet, **facts: Any) -> None:
    for name, fact in facts.items():
        setattr(learning_set, name, fact)
    learning_set.save(update_fields=list(facts))
