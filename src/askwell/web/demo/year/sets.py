"""Brings in the sets of the year, all at once: who is in them, and what they agreed."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from askwell.process.people import ASKWELL
from askwell.web.demo.naming import id_of
from askwell.web.demo.year.making import MANAGER
from askwell.web.demo.year.plan import HOME, Course, Plan
from askwell.web.programmes import template
from askwell.web.programmes.models import (
    Agreement,
    Belonging,
    Contract,
    LearningSet,
    LedgerLine,
    Programme,
    SetMembership,
)
from askwell.web.vault import operations as vault

BEFORE_THE_FIRST = timedelta(days=14)


def bring_in_sets(plan: Plan, programme: Programme) -> None:
    cohorts = {each.name: each for each in programme.cohorts.all()}
    sets = [_set(course, programme) for course in plan.courses]
    for one, course in zip(sets, plan.courses, strict=True):
        one.cohort = cohorts[course.cohort]
        people = [course.facilitator.id, *_ids(course)]
        vault.prepare(one.pk, [ASKWELL, one.pk, *people])
    LearningSet.objects.bulk_create(sets)
    memberships = [each for course in plan.courses for each in _seats(course)]
    SetMembership.objects.bulk_create(memberships)
    _agree(plan, programme)
    LedgerLine.objects.bulk_create(_begun(plan))


def _ids(course: Course) -> list[UUID]:
    return [one.id for one in course.members]


def _set(course: Course, programme: Programme) -> LearningSet:
    begun_at = course.meets_at[0] - BEFORE_THE_FIRST
    return LearningSet(
        id=course.id,
        name=course.name,
        purpose=programme.aim,
        meant_for=programme.meant_for,
        format=programme.format,
        usual_minutes=programme.minutes,
        time_zone=HOME.key,
        attendance=course.attendance,
        created_by_id=id_of("person", MANAGER),
        created_at=begun_at,
        formed_at=begun_at + timedelta(days=3),
    )


def _seats(course: Course) -> Iterator[SetMembership]:
    at = course.meets_at[0] - BEFORE_THE_FIRST
    for place, person in enumerate(_ids(course)):
        yield SetMembership(
            learning_set_id=course.id,
            person_id=person,
            is_host=place == 1,
            asked_at=at,
            joined_at=at + timedelta(days=1, hours=place),
        )
    yield SetMembership(
        learning_set_id=course.id,
        person_id=course.facilitator.id,
        belonging=Belonging.FACILITATOR,
        is_facilitator=True,
        asked_at=at,
        joined_at=at + timedelta(days=2),
    )


def _agree(plan: Plan, programme: Programme) -> None:
    """The programme's words, and everybody's yes to them."""
    words = template.programme_words(programme)
    contracts = [_contract(course, words) for course in plan.courses]
    Contract.objects.bulk_create(contracts)
    Agreement.objects.bulk_create(
        Agreement(
            contract=contract,
            person_id=person,
            agreed_at=contract.created_at + timedelta(days=3),
        )
        for contract, course in zip(contracts, plan.courses, strict=True)
        for person in (*_ids(course), course.facilitator.id)
    )


def _contract(course: Course, words: str) -> Contract:
    contract = Contract(
        learning_set_id=course.id,
        version=1,
        drafted_by_id=id_of("person", MANAGER),
        created_at=course.meets_at[0] - BEFORE_THE_FIRST,
    )
    contract.words = words
    return contract


def _begun(plan: Plan) -> Iterator[LedgerLine]:
    manager = id_of("person", MANAGER)
    for course in plan.courses:
        at = course.meets_at[0] - BEFORE_THE_FIRST
        kind = LedgerLine.Kind
        yield LedgerLine(
            learning_set_id=course.id, kind=kind.BEGUN, by_id=manager, at=at
        )
        for person in _ids(course):
            yield LedgerLine(
                learning_set_id=course.id,
                kind=kind.JOINED,
                about_id=person,
                detail=Belonging.MEMBER,
                at=at + timedelta(days=1),
            )
