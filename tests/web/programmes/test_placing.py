"""Sets that a programme's manager begins for others, and how people come into them."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.people.models import Notice
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.models import Belonging, LearningSet, SetMembership
from askwell.web.programmes.operations.inviting import MOST_INVITATIONS_A_DAY
from askwell.web.programmes.refusals import NotDoneError, Reason
from factories import (
    NOON,
    a_cohort,
    a_person,
    a_place,
    a_programme,
    an_organisation,
    everyone_agrees,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def cohort(ingrid):
    return a_cohort(a_programme(ingrid))


@pytest.fixture
def learning_set(cohort, ingrid):
    return begun(cohort, ingrid)


def begun(cohort, by, set_id=None) -> LearningSet:
    return operations.begin_set_for(
        cohort, set_id=set_id or uuid4(), name="Spring 1", by=by, at=NOON
    )


def placed(learning_set, person, by, **how):
    return operations.place(
        learning_set,
        email=person.email,
        name=person.name,
        person=person,
        by=by,
        at=timezone.now(),
        **how,
    )


def page(invitation) -> str:
    return reverse("programmes:join", args=[invitation.code])


def test_a_set_is_begun_as_its_programme_says_and_its_manager_is_not_in_it(
    cohort, ingrid
):
    learning_set = begun(cohort, ingrid)

    programme = cohort.programme
    assert learning_set.purpose == programme.aim
    assert learning_set.attendance == programme.attendance
    assert learning_set.usual_minutes == programme.minutes
    assert not learning_set.memberships.exists()
    assert not rules.can_read_set(ingrid, learning_set)


def test_a_set_is_begun_once(cohort, ingrid):
    set_id = uuid4()

    first, second = (begun(cohort, ingrid, set_id) for _time in range(2))

    assert first == second
    assert first.contracts.count() == 1


def test_nobody_else_begins_sets_of_a_programme(cohort):
    with pytest.raises(NotDoneError) as refused:
        begun(cohort, a_person())

    assert refused.value.reason == Reason.NOT_YOURS_TO_DO


def test_whoever_is_placed_sees_who_they_would_sit_with_and_is_in_by_their_own_yes(
    learning_set, ingrid
):
    femke, tomasz = a_person("Femke de Vries"), a_person("Tomasz Lewandowski")
    a_place(tomasz, an_organisation())
    invitation = placed(learning_set, femke, ingrid)
    placed(learning_set, tomasz, ingrid)
    browser = signed_in(femke)

    shown = browser.get(page(invitation)).content.decode()
    browser.post(page(invitation), {"answer": "yes"})

    mates = queries.mates_in(learning_set, but=femke)
    assert [mate.name for mate in mates] == ["Tomasz Lewandowski"]
    assert mates[0].organisation in shown
    assert "Tomasz Lewandowski" in shown
    membership = SetMembership.objects.get(person=femke)
    assert membership.is_current


def test_a_link_that_was_passed_on_shows_nobody(learning_set, ingrid):
    femke, tomasz = a_person("Femke de Vries"), a_person("Tomasz Lewandowski")
    invitation = placed(learning_set, femke, ingrid)
    placed(learning_set, tomasz, ingrid)

    shown = signed_in(a_person()).get(page(invitation)).content.decode()

    assert "Tomasz" not in shown


def test_a_no_takes_the_name_from_the_page_of_the_others(learning_set, ingrid):
    femke, tomasz = a_person("Femke de Vries"), a_person("Tomasz Lewandowski")
    invitation = placed(learning_set, femke, ingrid)
    placed(learning_set, tomasz, ingrid)

    signed_in(femke).post(page(invitation), {"answer": "no"})

    assert queries.mates_in(learning_set, but=tomasz) == []


def test_a_facilitator_is_placed_from_outside(learning_set, ingrid):
    rashid = a_person("Rashid Khan")
    invitation = placed(learning_set, rashid, ingrid, belonging=Belonging.FACILITATOR)

    signed_in(rashid).post(page(invitation), {"answer": "yes"})

    membership = SetMembership.objects.get(person=rashid)
    assert (membership.belonging, membership.is_facilitator) == ("facilitator", True)


def test_a_formed_set_says_yes_to_a_late_joiner_itself(learning_set, ingrid):
    femke, tomasz, late = a_person(), a_person(), a_person()
    for person in (femke, tomasz):
        operations.ask_to_join(
            placed(learning_set, person, ingrid), person, at=timezone.now()
        )
    everyone_agrees(learning_set, at=timezone.now())

    operations.ask_to_join(placed(learning_set, late, ingrid), late, at=timezone.now())

    waiting = SetMembership.objects.get(person=late)
    assert waiting.is_waiting
    for member in (femke, tomasz):
        operations.admit(waiting, by=member, at=timezone.now())
    waiting.refresh_from_db()
    assert waiting.is_current


def test_placing_many_people_on_one_day_is_not_held_up(learning_set, ingrid):
    people = [a_person() for _each in range(MOST_INVITATIONS_A_DAY + 1)]

    for person in people:
        placed(learning_set, person, ingrid)

    posted = Notice.objects.filter(kind=Notice.Kind.PLACED)
    assert posted.count() == len(people)


def test_who_is_asked_instead_closes_the_link_of_who_was_asked_before(
    learning_set, ingrid
):
    femke = a_person()
    invitation = placed(learning_set, femke, ingrid)

    operations.take_back(invitation, by=ingrid, at=timezone.now())

    assert signed_in(femke).get(page(invitation)).status_code == 404
