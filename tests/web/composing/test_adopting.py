"""First dates, the adoption, and what people answer."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from askwell.web.composing import operations, queries
from askwell.web.composing.models import Composition, Placement
from askwell.web.composing.refusals import NotComposedError, Reason
from askwell.web.enrolments.models import Enrolment
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice
from askwell.web.programmes import rules
from askwell.web.programmes.models import LearningSet, SetMembership
from factories import NOON, a_person, an_enrolment, everyone_agrees, signed_in
from web.composing.arranging import (
    a_cohort_of,
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
    return a_cohort_of(8, ingrid)


def dated(composition: Composition) -> Composition:
    proposed = queries.first_dates(composition, at=timezone.now())
    chosen = {each.set_id: each.chosen for each in proposed}
    operations.choose_dates(composition, chosen, version=composition.version)
    composition.refresh_from_db()
    return composition


def adopted(composition: Composition, by) -> Composition:
    now = timezone.now()
    operations.adopt(composition, version=composition.version, by=by, at=now)
    composition.refresh_from_db()
    operations.found(composition, at=now)
    return composition


def begin_soon(cohort) -> None:
    cohort.starts_on = (timezone.now() + timedelta(days=10)).date()
    cohort.save()


def test_each_set_is_offered_the_earliest_days_on_which_all_can(cohort):
    begin_soon(cohort)
    for one in members(cohort)[:4]:
        said(one, free=(2, (9, 17)))

    first, _second = queries.first_dates(divided(cohort, 4, 4), at=timezone.now())

    assert first.chosen == first.choices[0]
    assert {date.weekday() for date in first.choices} == {2}
    assert all(later > date for date, later in pairwise(first.choices))


def test_nobody_facilitates_two_meetings_at_once(cohort):
    begin_soon(cohort)
    leaders(cohort)[1].delete()

    one, other = queries.first_dates(divided(cohort, 4, 4), at=timezone.now())

    assert one.chosen is not None
    assert other.chosen is not None
    assert abs(one.chosen - other.chosen) >= timedelta(minutes=150)


def test_dates_that_clash_are_told_and_not_kept(cohort):
    begin_soon(cohort)
    leaders(cohort)[1].delete()
    composition = divided(cohort, 4, 4)
    at = datetime(2030, 1, 7, 10, tzinfo=UTC)

    clashes = operations.choose_dates(composition, {"s0": at, "s1": at}, version=0)

    composition.refresh_from_db()
    assert clashes == [("s0", "s1")]
    assert composition.dates == {}


def test_sets_begin_with_dates_facilitators_and_invitations_and_without_the_manager(
    cohort, ingrid
):
    begin_soon(cohort)

    adopted(dated(divided(cohort, 4, 4, by=ingrid)), ingrid)

    sets = LearningSet.objects.filter(cohort=cohort).order_by("name")
    assert [one.name for one in sets] == ["Spring 1", "Spring 2"]
    assert Meeting.objects.filter(learning_set__in=sets).count() == 2 * 6
    assert Placement.objects.count() == 8 + 2
    assert Notice.objects.filter(kind=Notice.Kind.PLACED).count() == 8 + 2
    assert not any(rules.can_read_set(ingrid, one) for one in sets)


def test_a_division_is_adopted_once(cohort, ingrid):
    begin_soon(cohort)
    composition = dated(divided(cohort, 4, 4, by=ingrid))
    other = dated(divided(cohort, 4, 4, by=ingrid))
    browser = signed_in(ingrid)
    path = reverse("composing:adoption", args=[composition.pk])

    for _press in range(2):
        browser.post(path, {"version": composition.version})

    assert LearningSet.objects.filter(cohort=cohort).count() == 2
    with pytest.raises(NotComposedError) as refused:
        adopted(other, ingrid)
    assert refused.value.reason == Reason.OTHER_ADOPTED


def test_many_sets_are_begun_a_few_at_a_time(cohort, ingrid):
    begin_soon(cohort)
    composition = dated(divided(cohort, 4, 4, by=ingrid))
    operations.adopt(composition, version=0, by=ingrid, at=timezone.now())
    composition.refresh_from_db()

    operations.found(composition, at=timezone.now(), most=1)
    assert LearningSet.objects.filter(cohort=cohort).count() == 1

    operations.found_adopted_sets(at=timezone.now())
    composition.refresh_from_db()
    assert LearningSet.objects.filter(cohort=cohort).count() == 2
    assert composition.founded_at is not None


def test_a_manager_and_their_report_are_not_adopted_together(cohort, ingrid):
    begin_soon(cohort)
    first, second, *_others = members(cohort)
    reports_to(first, second)
    composition = dated(divided(cohort, 4, 4, by=ingrid))

    with pytest.raises(NotComposedError) as refused:
        adopted(composition, ingrid)

    assert refused.value.reason == Reason.BROKEN


def test_without_dates_nothing_is_adopted(cohort, ingrid):
    with pytest.raises(NotComposedError) as refused:
        adopted(divided(cohort, 4, 4, by=ingrid), ingrid)

    assert refused.value.reason == Reason.NO_DATE


# --- answers


@pytest.fixture
def with_sets(cohort, ingrid):
    begin_soon(cohort)
    return adopted(dated(divided(cohort, 4, 4, by=ingrid)), ingrid)


def answers(cohort) -> dict[str, str]:
    sets = queries.placed_sets(cohort, smallest=3, at=timezone.now())
    return {
        one.placement.enrolment.name: str(one.answer)
        for each in sets
        for one in (*each.members, *each.facilitators)
    }


def invitation_of(enrolment: Enrolment):
    return enrolment.placements.filter(replaced_at=None).last().invitation


def says(enrolment: Enrolment, answer: str) -> None:
    path = reverse("programmes:join", args=[invitation_of(enrolment).code])
    signed_in(enrolment.person).post(path, {"answer": answer})


def test_the_manager_learns_yes_and_no_and_never_why(with_sets, cohort):
    first, second, *_others = members(cohort)

    says(first, "yes")
    says(second, "no")

    found = answers(cohort)
    assert (found[first.name], found[second.name]) == ("in", "declined")
    assert found[leaders(cohort)[0].name] == "asked"


def test_two_who_said_no_make_a_set_short(with_sets, cohort):
    for one in members(cohort)[:2]:
        says(one, "no")

    sets = queries.placed_sets(cohort, smallest=3, at=timezone.now())

    assert [one.is_short for one in sets] == [True, False]


def test_a_late_joiner_is_asked_and_a_formed_set_decides(with_sets, cohort, ingrid):
    first, second, *_others = members(cohort)
    for one in (first, second):
        says(one, "yes")
    learning_set = SetMembership.objects.get(person=first.person).learning_set
    everyone_agrees(learning_set, at=timezone.now())
    late = an_enrolment(cohort.programme, a_person("Member 99"))

    signed_in(ingrid).post(
        reverse("composing:placements", args=[cohort.programme_id, cohort.pk]),
        {"person": late.pk, "set": learning_set.pk},
    )
    says(late, "yes")

    assert answers(cohort)["Member 99"] == "waiting"
    assert late not in queries.unplaced(
        cohort, queries.placed_sets(cohort, smallest=3, at=timezone.now())
    )


def test_somebody_else_is_asked_to_facilitate(with_sets, cohort, ingrid):
    first, second = leaders(cohort)
    learning_set = first.placements.get().learning_set

    operations.replace_facilitator(
        cohort, second.pk, learning_set.pk, by=ingrid, at=timezone.now()
    )

    says(second, "yes")
    old = first.placements.get()
    assert old.invitation.withdrawn_at is not None
    facilitates = SetMembership.objects.get(
        person=second.person, learning_set=learning_set
    )
    assert facilitates.is_facilitator


def test_who_let_the_invitation_run_out_is_asked_again(with_sets, cohort, ingrid):
    first = members(cohort)[0]
    invitation = invitation_of(first)
    invitation.expires_at = timezone.now() - timedelta(days=1)
    invitation.save()
    assert answers(cohort)[first.name] == "late"
    placement = first.placements.get(replaced_at=None)

    signed_in(ingrid).post(
        reverse(
            "composing:placement",
            args=[cohort.programme_id, cohort.pk, placement.pk],
        )
    )

    assert answers(cohort)[first.name] == "asked"


def test_the_page_of_answers_asks_as_much_for_one_set_as_for_three(
    ingrid,
):
    asked = []
    for size in (4, 12):
        cohort = a_cohort_of(size, ingrid)
        begin_soon(cohort)
        adopted(dated(divided(cohort, *[4] * (size // 4), by=ingrid)), ingrid)
        browser = signed_in(ingrid)
        path = reverse("composing:placements", args=[cohort.programme_id, cohort.pk])
        browser.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(path).status_code == 200
        asked.append(len(captured))

    assert asked[0] == asked[1]


def test_nothing_of_a_set_is_planned_in_the_past(cohort, ingrid):
    composition = divided(cohort, 4, 4, by=ingrid)
    composition.dates = {"s0": NOON.isoformat(), "s1": ""}
    composition.save()

    adopted(composition, ingrid)

    assert not Meeting.objects.filter(learning_set__cohort=cohort).exists()


def test_who_comes_late_is_offered_the_sets_that_are_possible(
    with_sets, cohort, ingrid
):
    first, *_others = members(cohort)
    late = an_enrolment(
        cohort.programme, a_person("Member 99"), time_zone="Europe/London"
    )
    reports_to(late, first)

    page = signed_in(ingrid).get(
        reverse("composing:placements", args=[cohort.programme_id, cohort.pk])
    )

    [offered] = page.context["unplaced"]
    said = {each.learning_set.name: verdict for each, verdict in offered.places}
    assert said["Spring 1"].words == "not possible"
    assert said["Spring 2"].is_possible
    assert "Ask Member 99 in" in page.content.decode()


def test_nobody_is_offered_the_set_they_said_no_to(with_sets, cohort, ingrid):
    first, *_others = members(cohort)
    says(first, "no")

    page = signed_in(ingrid).get(
        reverse("composing:placements", args=[cohort.programme_id, cohort.pk])
    )

    [offered] = page.context["unplaced"]
    assert [each.learning_set.name for each, _said in offered.places] == ["Spring 2"]
