"""Asking for a search: anew, around what is held, or with a rule let go."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.composer.brief import Locks
from askwell.web.composing import codec
from askwell.web.composing.brief import Asked, asked_by, members_of
from askwell.web.composing.models import Composition, Terms, Trading
from askwell.web.composing.operations.holding import hold
from askwell.web.composing.refusals import NotComposedError, Reason
from askwell.web.people.models import Person
from askwell.web.programmes.models import Cohort

Status = Composition.Status
# Whoever waits longer is held up by nobody's many searches.
MOST_AT_ONCE = 3
MOST_KEPT = 60


@transaction.atomic
def ask(cohort: Cohort, *, name: str, by: Person, at: datetime) -> Composition:
    """A search from nothing, by the terms as they are now."""
    terms, _new = Terms.objects.get_or_create(cohort=cohort)
    people = members_of(cohort)
    if not people:
        raise NotComposedError(Reason.NOBODY)
    must_be_open(cohort)
    return _wait(cohort, asked_by(terms, len(people)), name=name, by=by, at=at)


@transaction.atomic
def ask_around(
    composition: Composition, *, version: int, name: str, by: Person, at: datetime
) -> Composition:
    """The same search again, with whatever is held on the board staying as it is."""
    held = hold(composition, version=version)
    return _wait(
        held.cohort,
        held.asked,
        name=name,
        by=by,
        at=at,
        grown_from=held,
        sets=held.sets,
        locks=held.locks,
    )


@transaction.atomic
def ask_relaxed(
    composition: Composition,
    changes: list[dict[str, Any]],
    *,
    name: str,
    by: Person,
    at: datetime,
) -> Composition:
    """A search with a rule let go, for this division alone: the terms stay."""
    held = hold(composition)
    return _wait(
        held.cohort,
        relaxed(held.asked, changes),
        name=name,
        by=by,
        at=at,
        grown_from=held,
    )


def relaxed(asked: Asked, changes: list[dict[str, Any]]) -> Asked:
    """The terms with these changes; nobody learns whom a private wish was about."""
    now = dict(asked)
    for change in changes:
        match change["lever"]:
            case "must":
                pair = set(change["about"])
                now["together"] = [e for e in now["together"] if set(e) != pair]
            case lever if lever in now:
                now[lever] = change["after"]
    return now


@transaction.atomic
def take_trade(
    composition: Composition,
    wish: str,
    factor: float,
    *,
    name: str,
    by: Person,
    at: datetime,
) -> Composition:
    """One of the other good answers, kept as a division of its own."""
    held = hold(composition)
    point = next(
        (
            point
            for trade in Trading.objects.get(composition=held).trades
            for point in trade["points"]
            if (trade["wish"], point["factor"]) == (wish, factor)
        ),
        None,
    )
    if point is None:
        raise NotComposedError(Reason.NOT_THERE)
    _must_have_room(held.cohort)
    found = point["proposal"]
    return Composition.objects.create(
        cohort=held.cohort,
        name=name,
        made_by=by,
        grown_from=held,
        asked=held.asked,
        seed=found["seed"],
        steps=found["steps"],
        sets=found["sets"],
        score=found["score"],
        broken=found["broken"],
        status=Status.DONE,
        share=1.0,
        asked_at=at,
        started_at=at,
        finished_at=at,
    )


@transaction.atomic
def ask_trade(composition: Composition, *, at: datetime) -> Trading:
    """The trade-off picture of the division as it is now."""
    held = hold(composition)
    trading, is_new = Trading.objects.get_or_create(
        composition=held, defaults={"asked_at": at, "version": held.version}
    )
    if not is_new and not trading.is_going_on:
        trading.status, trading.share, trading.tries = Status.WAITING, 0.0, 0
        trading.version, trading.asked_at, trading.trades = held.version, at, []
        trading.stop_asked = False
        trading.save()
    return trading


def stop(composition_id: UUID) -> None:
    """What was found so far is kept."""
    going_on = (Status.WAITING, Status.RUNNING)
    searches = Composition.objects.filter(pk=composition_id)
    pictures = Trading.objects.filter(composition=composition_id)
    searches.filter(status__in=going_on).update(stop_asked=True)
    pictures.filter(status__in=going_on).update(stop_asked=True)


@transaction.atomic
def rename(composition: Composition, *, name: str) -> None:
    composition.name = name
    composition.save(update_fields=["name"])


@transaction.atomic
def discard(composition: Composition) -> None:
    """Gone for good; what was adopted stays."""
    held = hold(composition, going_on=True)
    held.delete()


def must_be_open(cohort: Cohort) -> None:
    if Composition.objects.filter(cohort=cohort, adopted_at__isnull=False).exists():
        raise NotComposedError(Reason.OTHER_ADOPTED)


def _must_have_room(cohort: Cohort) -> None:
    if Composition.objects.filter(cohort=cohort).count() >= MOST_KEPT:
        raise NotComposedError(Reason.ENOUGH_KEPT)


def _wait(
    cohort: Cohort,
    asked: Asked,
    *,
    name: str,
    by: Person,
    at: datetime,
    grown_from: Composition | None = None,
    sets: list[dict[str, Any]] | None = None,
    locks: dict[str, Any] | None = None,
) -> Composition:
    earlier = Composition.objects.filter(cohort=cohort)
    going_on = earlier.filter(status__in=(Status.WAITING, Status.RUNNING))
    if going_on.count() >= MOST_AT_ONCE:
        raise NotComposedError(Reason.ENOUGH_AT_ONCE)
    _must_have_room(cohort)
    return Composition.objects.create(
        cohort=cohort,
        name=name,
        made_by=by,
        grown_from=grown_from,
        asked=asked,
        seed=earlier.count() + 1,
        sets=sets or [],
        locks=locks or codec.locks_to_json(Locks()),
        asked_at=at,
        looked_at=at,
    )
