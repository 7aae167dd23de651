"""One division becomes sets: with an agreement, invitations and all their dates."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from askwell.composer.proposal import Broken, ProposedSet, Rule
from askwell.web.composing import boards, codec
from askwell.web.composing.models import Composition, Placement
from askwell.web.composing.operations.asking import must_be_open
from askwell.web.composing.operations.holding import hold
from askwell.web.composing.queries.dates import clashing
from askwell.web.composing.refusals import NotComposedError, Reason
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.planning.operations import plan_series
from askwell.web.programmes import operations as programmes
from askwell.web.programmes.models import Belonging, Cohort, LearningSet, Office
from askwell.web.programmes.offices import manages

# These are put right before anybody is asked: they are why people stay away.
UNFORGIVEN = frozenset(
    {
        Rule.LINE_MANAGER,
        Rule.MUST_NOT,
        Rule.EXCLUSIVE,
    }
)
SETS_AT_ONCE = 12
LATER = ""


@transaction.atomic
def choose_dates(
    composition: Composition, dates: Mapping[str, datetime | None], *, version: int
) -> list[tuple[str, str]]:
    """When each set first meets; the sets that clash are told instead of kept."""
    held = hold(composition, version=version)
    sets = codec.sets_from_json(held.sets)
    fixed = {each: date for each, date in dates.items() if date}
    clashes = clashing(sets, fixed, held.cohort.programme)
    if not clashes:
        held.dates = {
            one.id: date.isoformat() if (date := dates.get(one.id)) else LATER
            for one in sets
        }
        held.save(update_fields=["dates"])
    return clashes


@transaction.atomic
def adopt(composition: Composition, *, version: int, by: Person, at: datetime) -> None:
    """From now on it stays as it is; its sets are begun by `found`."""
    held = hold(composition, version=version)
    # Of two divisions adopted at once, the later is told that it is too late.
    must_be_open(Cohort.objects.select_for_update().get(pk=held.cohort_id))
    boards.forget(held)
    broken = boards.loaded(held).proposal.broken
    if any(_is_unforgiven(each) for each in broken):
        raise NotComposedError(Reason.BROKEN)
    if not held.sets or any(one["id"] not in held.dates for one in held.sets):
        raise NotComposedError(Reason.NO_DATE)
    held.status = Composition.Status.ADOPTED
    held.adopted_at, held.adopted_by = at, by
    held.save(update_fields=["status", "adopted_at", "adopted_by"])


def _is_unforgiven(broken: Broken) -> bool:
    """A set may begin without a facilitator, but not with one who does not fit."""
    misfit = broken.rule == Rule.FACILITATOR and bool(broken.about)
    return misfit or broken.rule in UNFORGIVEN


def found(composition: Composition, *, at: datetime, most: int = SETS_AT_ONCE) -> int:
    """Begin the next sets that were adopted, each of them whole or not at all."""
    by = _in_whose_name(composition)
    if composition.adopted_at is None or by is None:
        return 0
    sets = list(enumerate(codec.sets_from_json(composition.sets), start=1))
    ids = {set_id_of(composition, one.id): (number, one) for number, one in sets}
    there = LearningSet.objects.filter(pk__in=ids).values_list("pk", flat=True)
    missing = [each for each in ids if each not in set(there)]
    for set_id in missing[:most]:
        number, one = ids[set_id]
        _found_set(composition, one, set_id, number, by=by, at=at)
    if len(missing) <= most:
        Composition.objects.filter(pk=composition.pk, founded_at__isnull=True).update(
            founded_at=at
        )
    return min(len(missing), most)


def _in_whose_name(composition: Composition) -> Person | None:
    """Whoever adopted it; if they have gone since, whoever looks after it now."""
    programme = composition.cohort.programme
    adopted_by = composition.adopted_by
    if adopted_by and manages(adopted_by, programme):
        return adopted_by
    offices = Office.objects.open().filter(
        programme=programme,
        kind=Office.Kind.MANAGER,
        partner__isnull=True,
        person__isnull=False,
        programme__ended_at__isnull=True,
    )
    office = offices.select_related("person").order_by("given_at").first()
    return office.person if office else None


def set_id_of(composition: Composition, set_id: str) -> UUID:
    """The same for the same division, so that nothing is begun twice."""
    return uuid5(composition.pk, set_id)


@transaction.atomic
def _found_set(
    composition: Composition,
    one: ProposedSet,
    set_id: UUID,
    number: int,
    *,
    by: Person,
    at: datetime,
) -> None:
    cohort = composition.cohort
    name = f"{cohort.name[:70]} {number}"
    learning_set = programmes.begin_set_for(
        cohort, set_id=set_id, name=name, by=by, at=at
    )
    if learning_set.placements.exists():
        return
    ids = [*one.members, *([one.facilitator] if one.facilitator else [])]
    people = Enrolment.objects.joined().filter(pk__in=ids).select_related("person")
    for enrolment in people:
        leads = str(enrolment.pk) == one.facilitator
        belonging = Belonging.FACILITATOR if leads else Belonging.MEMBER
        place(learning_set, enrolment, belonging=belonging, by=by, at=at)
    _plan(composition, learning_set, composition.dates.get(one.id), by=by, at=at)


def place(
    learning_set: LearningSet,
    enrolment: Enrolment,
    *,
    belonging: Belonging,
    by: Person,
    at: datetime,
) -> Placement:
    invitation = programmes.place(
        learning_set,
        email=enrolment.email,
        name=enrolment.name,
        person=enrolment.person,
        belonging=belonging,
        by=by,
        at=at,
    )
    return Placement.objects.create(
        enrolment=enrolment,
        learning_set=learning_set,
        invitation=invitation,
        belonging=belonging,
        placed_at=at,
    )


def _plan(
    composition: Composition,
    learning_set: LearningSet,
    kept: str | None,
    *,
    by: Person,
    at: datetime,
) -> None:
    """The whole cycle, so that every calendar has all of it at once."""
    first = datetime.fromisoformat(kept) if kept else None
    if first is None or first <= at:
        return
    programme = composition.cohort.programme
    plan_series(
        learning_set,
        first=first,
        count=programme.meetings,
        every_weeks=programme.every_weeks,
        minutes=programme.minutes,
        by=by,
        at=at,
    )
