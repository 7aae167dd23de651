"""Who plays which part between meetings: facilitating, hosting, and for how long."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes import queries, rules
from askwell.web.programmes.models import (
    Belonging,
    LearningSet,
    LedgerLine,
    SetMembership,
)
from askwell.web.programmes.operations.holding import hold, must
from askwell.web.programmes.operations.ledger import enter
from askwell.web.programmes.refusals import NotDoneError, Reason

Part = LedgerLine.Part


@transaction.atomic
def appoint(
    other: SetMembership, *, facilitates: bool, by: Person, at: datetime
) -> None:
    """Say that somebody facilitates from now on, or no longer does.

    Anybody may lay it down for themselves.
    """
    learning_set = hold(other.learning_set)
    lays_down = not facilitates and rules.can_step_back(by, other)
    must(lays_down or rules.can_appoint(by, other))
    if other.is_facilitator == facilitates:
        return
    other.is_facilitator = facilitates
    other.save(update_fields=["is_facilitator"])
    part = Part.FACILITATES if facilitates else Part.FACILITATES_NO_MORE
    part_changed(learning_set, part, about=other.person, by=by, at=at)


@transaction.atomic
def choose_host(
    learning_set: LearningSet, host: SetMembership | None, *, by: Person, at: datetime
) -> None:
    """One member, or nobody, minds dates and rooms; whoever does may step back."""
    learning_set = hold(learning_set)
    must(rules.can_choose_host(by, learning_set))
    must(host is None or (host.is_current and host.is_member))
    before = queries.host_of(learning_set)
    if before == host:
        return
    learning_set.memberships.filter(is_host=True).update(is_host=False)
    if before is not None:
        part_changed(
            learning_set, Part.HOSTS_NO_MORE, about=before.person, by=by, at=at
        )
    if host is not None:
        host.is_host = True
        host.save(update_fields=["is_host"])
        part_changed(learning_set, Part.HOSTS, about=host.person, by=by, at=at)


@transaction.atomic
def name_next(
    learning_set: LearningSet, named: SetMembership | None, *, by: Person, at: datetime
) -> None:
    """Who facilitates the next meeting alone; nobody: as it usually goes."""
    learning_set = hold(learning_set)
    must(rules.can_name_next(by, learning_set))
    must(named is None or queries.is_able_to_facilitate(named))
    person = named.person if named else None
    if learning_set.next_facilitator == person:
        return
    learning_set.next_facilitator = person
    learning_set.save(update_fields=["next_facilitator"])
    if person is None:
        enter(learning_set, LedgerLine.Kind.PART, by=by, at=at, detail=Part.AS_USUAL)
    else:
        part_changed(learning_set, Part.FACILITATES_NEXT, about=person, by=by, at=at)


@transaction.atomic
def offer(mine: SetMembership, *, offers: bool, at: datetime) -> None:
    """Say that one would facilitate next, or would rather not after all."""
    hold(mine.learning_set)
    must(mine.is_current and queries.is_able_to_facilitate(mine))
    if bool(mine.offers_since) != offers:
        mine.offers_since = at if offers else None
        mine.save(update_fields=["offers_since"])


@transaction.atomic
def turn_dial(
    learning_set: LearningSet, dial: LearningSet.Dial, *, by: Person, at: datetime
) -> None:
    """How much a facilitator still does; the way between leading and not is a vote."""
    learning_set = hold(learning_set)
    must(rules.can_turn_dial(by, learning_set))
    if dial not in queries.dials(learning_set):
        raise NotDoneError(Reason.BY_VOTE)
    if learning_set.dial == dial:
        return
    _turn(learning_set, dial, by=by, at=at)
    facilitators = [one.person for one in queries.facilitators_of(learning_set)]
    tell_of_part(facilitators, learning_set, by=by, at=at)


def _turn(
    learning_set: LearningSet,
    dial: LearningSet.Dial,
    *,
    by: Person | None,
    at: datetime,
) -> None:
    learning_set.dial = dial
    learning_set.save(update_fields=["dial"])
    enter(learning_set, LedgerLine.Kind.PART, by=by, at=at, detail=f"dial_{dial}")


@transaction.atomic
def step_back(
    learning_set: LearningSet, dial: LearningSet.Dial, *, at: datetime
) -> None:
    """The facilitator does more again, by itself; only within what the set has voted.

    Everybody is told, and anybody may turn it on again.
    """
    learning_set = hold(learning_set)
    must(dial in queries.dials(learning_set))
    _turn(learning_set, dial, by=None, at=at)
    path = f"/sets/{learning_set.pk}/handing-over/"
    readers = queries.readers_of(learning_set)
    tell_of_part(readers, learning_set, by=None, at=at, path=path)


@transaction.atomic
def follow_rota(learning_set: LearningSet, person: Person | None) -> None:
    """Whoever the rota names facilitates the next meeting; it tells them itself."""
    LearningSet.objects.filter(pk=learning_set.pk).update(next_facilitator=person)
    learning_set.next_facilitator = person


@transaction.atomic
def keep_who_facilitated(
    learning_set: LearningSet, people: Iterable[UUID], *, at: datetime
) -> None:
    """A meeting was held: whoever was named for it has done their turn."""
    turn = SetMembership.objects.current().filter(
        learning_set=learning_set, person__in=people
    )
    turn.update(facilitated_at=at, offers_since=None)
    LearningSet.objects.filter(pk=learning_set.pk).update(next_facilitator=None)


def leave_parts(
    membership: SetMembership,
    learning_set: LearningSet,
    *,
    by: Person | None,
    at: datetime,
) -> None:
    """Whoever left facilitates and hosts no more; those who stay choose anew."""
    was_next = learning_set.next_facilitator_id == membership.person_id
    if was_next:
        learning_set.next_facilitator = None
        learning_set.save(update_fields=["next_facilitator"])
    led = membership.is_facilitator and membership.belonging != Belonging.TRAINEE
    if led or was_next or membership.is_host:
        tell_of_part(queries.readers_of(learning_set), learning_set, by=by, at=at)


def tell_of_part(
    people: Iterable[Person],
    learning_set: LearningSet | None = None,
    *,
    by: Person | None,
    at: datetime,
    path: str = "",
) -> None:
    """Somebody else changed who does what; without a set they read it no more."""
    path = path or (f"/sets/{learning_set.pk}/roles/" if learning_set else "/")
    set_id = learning_set.pk if learning_set else None
    part = Notice.Kind.PART
    post_notices(people, kind=part, path=path, by=by, at=at, set_id=set_id)


def part_changed(
    learning_set: LearningSet, part: str, *, about: Person, by: Person, at: datetime
) -> None:
    """A line in the ledger, and a word to whom it is about."""
    enter(learning_set, LedgerLine.Kind.PART, by=by, about=about, detail=part, at=at)
    tell_of_part([about], learning_set, by=by, at=at)
