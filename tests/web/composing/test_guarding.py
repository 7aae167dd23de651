"""What holds when people go, hurry or collide: offices, searches, late places."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.composing import boards, operations
from askwell.web.composing.models import Composition
from askwell.web.composing.refusals import NotComposedError, Reason
from askwell.web.enrolments import operations as lists
from askwell.web.people.models import Person
from askwell.web.programmes.models import Cohort, LearningSet, Office, SetMembership
from factories import NOON, a_partner, a_person, an_enrolment, holds_office, signed_in
from web.composing.arranging import (
    a_cohort_of,
    compete,
    divided,
    leaders,
    members,
    reports_to,
    said,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def cohort(ingrid):
    found = a_cohort_of(8, ingrid)
    found.starts_on = (timezone.now() + timedelta(days=10)).date()
    found.save()
    return found


def adopted(cohort: Cohort, by: Person) -> Composition:
    """Adopted, and none of its sets begun yet."""
    composition = divided(cohort, 4, 4, by=by)
    composition.dates = {"s0": "", "s1": ""}
    composition.save()
    operations.adopt(composition, version=0, by=by, at=timezone.now())
    composition.refresh_from_db()
    return composition


def with_sets(cohort: Cohort, by: Person) -> list[LearningSet]:
    operations.found(adopted(cohort, by), at=timezone.now())
    return list(LearningSet.objects.filter(cohort=cohort).order_by("name"))


def hands_over(cohort: Cohort, person: Person) -> Person:
    """Somebody else looks after the programme from now on."""
    successor = a_person("Nadia Rahman")
    holds_office(cohort.programme, successor)
    Office.objects.filter(programme=cohort.programme, person=person).update(
        withdrawn_at=timezone.now()
    )
    return successor


def invitation_of(enrolment):
    return enrolment.placements.filter(replaced_at=None).last().invitation


def says_yes(enrolment) -> None:
    path = reverse("programmes:join", args=[invitation_of(enrolment).code])
    signed_in(enrolment.person).post(path, {"answer": "yes"})


# --- who has gone, and what has ended


def test_an_ended_programme_has_no_board(cohort, ingrid):
    composition = divided(cohort, 4, 4, by=ingrid)
    cohort.programme.ended_at = timezone.now()
    cohort.programme.save()

    browser = signed_in(ingrid)

    assert browser.get(composition.get_absolute_url()).status_code == 404
    where = [cohort.programme_id, cohort.pk]
    assert browser.get(reverse("composing:cohort", args=where)).status_code == 404


def test_an_adoption_of_an_ended_programme_holds_up_no_other(cohort, ingrid):
    ended = a_cohort_of(8, ingrid)
    adopted(ended, ingrid)
    adopted(cohort, ingrid)
    ended.programme.ended_at = timezone.now()
    ended.programme.save()

    operations.found_adopted_sets(at=timezone.now())

    assert not LearningSet.objects.filter(cohort=ended).exists()
    assert LearningSet.objects.filter(cohort=cohort).count() == 2


def test_an_adoption_that_fails_holds_up_no_other(cohort, ingrid, caplog):
    broken = adopted(a_cohort_of(8, ingrid), ingrid)
    broken.dates = {"s0": "no date at all", "s1": ""}
    broken.save()
    adopted(cohort, ingrid)

    operations.found_adopted_sets(at=timezone.now())

    assert LearningSet.objects.filter(cohort=cohort).count() == 2
    assert "could not be begun" in caplog.text


def test_whoever_looks_after_it_next_goes_on_with_an_adoption(cohort, ingrid):
    adopted(cohort, ingrid)
    nadia = hands_over(cohort, ingrid)

    operations.found_adopted_sets(at=timezone.now())

    sets = LearningSet.objects.filter(cohort=cohort)
    assert [one.created_by for one in sets] == [nadia, nadia]


def test_people_come_into_their_set_though_its_maker_has_gone(cohort, ingrid):
    with_sets(cohort, ingrid)
    hands_over(cohort, ingrid)
    first = members(cohort)[0]

    says_yes(first)

    assert SetMembership.objects.members().filter(person=first.person).count() == 1


def test_whoever_is_taken_off_the_list_is_asked_into_no_set(cohort, ingrid):
    with_sets(cohort, ingrid)
    first = members(cohort)[0]
    link = invitation_of(first)

    lists.leave(first, by=ingrid, at=timezone.now())
    signed_in(first.person).post(
        reverse("programmes:join", args=[link.code]), {"answer": "yes"}
    )

    assert not SetMembership.objects.filter(person=first.person).exists()


# --- INV-17 before and after the adoption


def test_a_facilitator_above_a_member_is_not_adopted(cohort, ingrid):
    reports_to(members(cohort)[0], leaders(cohort)[0])

    with pytest.raises(NotComposedError) as refused:
        adopted(cohort, ingrid)

    assert refused.value.reason == Reason.BROKEN


def late(cohort: Cohort, **how):
    return an_enrolment(cohort.programme, a_person("Member 99"), **how)


def refused_place(cohort: Cohort, one, learning_set, by: Person) -> Reason | None:
    now = timezone.now()
    try:
        operations.place_late(cohort, one.pk, learning_set.pk, by=by, at=now)
    except NotComposedError as refused:
        return refused.reason
    return None


def test_a_late_joiner_is_not_asked_into_the_set_of_their_manager(cohort, ingrid):
    one, other = with_sets(cohort, ingrid)
    newcomer = late(cohort)
    reports_to(newcomer, members(cohort)[0])

    assert refused_place(cohort, newcomer, one, ingrid) == Reason.NOT_TOGETHER
    assert refused_place(cohort, newcomer, other, ingrid) is None


def test_a_late_joiner_of_no_cohort_is_kept_from_their_line_as_well(cohort, ingrid):
    one, _other = with_sets(cohort, ingrid)
    newcomer = late(cohort)
    newcomer.cohort = None
    newcomer.save()
    reports_to(newcomer, members(cohort)[0])

    assert refused_place(cohort, newcomer, one, ingrid) == Reason.NOT_TOGETHER


def test_a_late_joiner_is_not_asked_to_sit_with_competitors(cohort, ingrid):
    one, _other = with_sets(cohort, ingrid)
    rival = a_partner(cohort.programme)
    compete(rival, members(cohort)[0].partner)
    newcomer = late(cohort, partner=rival)

    assert refused_place(cohort, newcomer, one, ingrid) == Reason.NOT_TOGETHER


def test_whom_a_late_joiner_would_rather_not_meet_holds_then_too(cohort, ingrid):
    one, _other = with_sets(cohort, ingrid)
    newcomer = late(cohort)
    said(newcomer, apart=members(cohort)[0].email)

    assert refused_place(cohort, newcomer, one, ingrid) == Reason.NOT_TOGETHER


def test_whoever_said_no_stands_in_nobodys_way(cohort, ingrid):
    one, _other = with_sets(cohort, ingrid)
    newcomer, first = late(cohort), members(cohort)[0]
    reports_to(newcomer, first)
    path = reverse("programmes:join", args=[invitation_of(first).code])
    signed_in(first.person).post(path, {"answer": "no"})

    assert refused_place(cohort, newcomer, one, ingrid) is None


def test_nobody_facilitates_a_set_of_their_reports_instead(cohort, ingrid):
    one, _other = with_sets(cohort, ingrid)
    leader = leaders(cohort)[1]
    reports_to(members(cohort)[0], leader)

    with pytest.raises(NotComposedError) as refused:
        operations.replace_facilitator(
            cohort, leader.pk, one.pk, by=ingrid, at=timezone.now()
        )

    assert refused.value.reason == Reason.NOT_TOGETHER
    assert invitation_of(leaders(cohort)[0]).withdrawn_at is None


# --- work without end


def test_three_searches_of_a_cohort_go_on_at_most(cohort, ingrid):
    for _each in range(3):
        operations.ask(cohort, name="Proposal", by=ingrid, at=NOON)

    with pytest.raises(NotComposedError) as refused:
        operations.ask(cohort, name="Proposal", by=ingrid, at=NOON)

    assert refused.value.reason == Reason.ENOUGH_AT_ONCE


def test_sixty_proposals_are_kept_at_most(cohort, ingrid):
    asked = divided(cohort, 4, 4, by=ingrid).asked
    Composition.objects.bulk_create(
        Composition(
            cohort=cohort, name="Proposal", asked=asked, status="done", asked_at=NOON
        )
        for _each in range(59)
    )

    with pytest.raises(NotComposedError) as refused:
        operations.ask(cohort, name="Proposal", by=ingrid, at=NOON)

    assert refused.value.reason == Reason.ENOUGH_KEPT


def test_a_search_that_ends_every_worker_is_given_up(cohort, ingrid):
    search = operations.ask(cohort, name="Proposal", by=ingrid, at=NOON)
    at = NOON
    for number in range(3):
        assert operations.claim(worker=f"w{number}", at=at) is not None
        at += timedelta(minutes=2)

    assert operations.claim(worker="w3", at=at) is None

    search.refresh_from_db()
    assert search.status == Composition.Status.FAILED


@pytest.mark.parametrize("version", ["9" * 5000, "9" * 30, "-1", "x"])
def test_no_number_that_a_browser_sends_breaks_the_board(cohort, ingrid, version):
    composition = divided(cohort, 4, 4, by=ingrid)
    path = reverse("composing:changes", args=[composition.pk])
    browser = signed_in(ingrid)

    answer = browser.post(path, {"act": "undo", "version": version}, follow=True)
    leaf = browser.get(composition.get_absolute_url(), {"page": version})

    assert "Somebody else changed this meanwhile" in answer.text
    assert leaf.status_code == 200


# --- what was said in confidence


def test_a_board_is_forgotten_by_itself(cohort, ingrid, monkeypatch):
    composition = divided(cohort, 4, 4, by=ingrid)
    found = boards.loaded(composition)
    assert boards.loaded(composition).known is found.known

    monkeypatch.setattr(boards, "KEPT_FOR", -1.0)
    boards.forget_old()
    monkeypatch.undo()

    assert boards.loaded(composition).known is not found.known
