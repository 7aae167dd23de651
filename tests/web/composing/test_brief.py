"""What the composer is told of a cohort, and what of that is kept."""

import json
from datetime import UTC, datetime

import pytest

from askwell.web.composing import codec
from askwell.web.composing.brief import asked_by, known_of, usual_number
from askwell.web.composing.models import Pairing, Terms
from factories import NOON, a_cohort, a_person, a_place, a_set
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


def known(cohort, **how):
    terms = Terms.objects.get(cohort=cohort)
    return known_of(cohort, asked_by(terms, len(members(cohort))), **how)


def test_people_are_known_by_their_enrolment_alone():
    cohort = a_cohort_of(4)
    first = members(cohort)[0]

    brief = known(cohort).brief

    one = next(each for each in brief.people if each.id == str(first.pk))
    assert one.function == "care"
    assert first.name not in json.dumps(codec.brief_to_json(brief))
    assert first.email not in json.dumps(codec.brief_to_json(brief))


def test_a_brief_survives_the_pipe():
    cohort = a_cohort_of(4)
    said(members(cohort)[0], free=(0, (9, 12)), challenge="Too many meetings.")
    brief = known(cohort).brief

    again = codec.brief_from_json(json.loads(json.dumps(codec.brief_to_json(brief))))

    assert again == brief


def test_who_painted_a_week_is_free_then_on_their_own_clocks():
    cohort = a_cohort_of(3)
    first = members(cohort)[0]
    said(first, free=(1, (9, 12)))

    found = known(cohort, monday=datetime(2026, 7, 6, tzinfo=UTC))

    free = {one.id: one.available for one in found.brief.people}
    eight_on_tuesday = 48 + 16
    assert (
        free[str(first.pk)] == 0b10 << eight_on_tuesday - 1 | 1 << eight_on_tuesday + 1
    )
    assert str(first.pk) not in found.without_week


def test_who_painted_none_is_assumed_to_work_from_nine_to_five():
    cohort = a_cohort_of(3)

    found = known(cohort)

    assert len(found.without_week) == 5
    assert all(one.available for one in found.brief.people)


def test_the_line_goes_through_people_who_do_not_take_part():
    cohort = a_cohort_of(3)
    one, other, _third = members(cohort)
    reports_to(one, other)

    brief = known(cohort).brief

    assert brief.managers[str(one.pk)] == str(other.pk)
    assert brief.rules.line_depth is None


def test_the_line_that_askwell_knows_counts_as_well():
    cohort = a_cohort_of(3, partners=1)
    one, other, _third = members(cohort)
    house = one.partner.organisation
    chief = a_place(a_person("Chief"), house, level=5)
    head = a_place(other.person, house, level=3, manager=chief)
    a_place(one.person, house, manager=head)

    managers = known(cohort).brief.managers

    assert managers[str(one.pk)] == str(other.pk)
    assert managers[str(other.pk)] == chief.person.email


def test_what_the_manager_says_and_what_people_wish_in_private_go_together():
    cohort = a_cohort_of(4)
    first, second, third, fourth = members(cohort)
    Pairing.objects.create(cohort=cohort, one=first, other=second, kind="together")
    said(third, apart=fourth.email)

    brief = known(cohort).brief

    assert brief.must == (tuple(sorted((str(first.pk), str(second.pk)))),)
    assert brief.must_not == (tuple(sorted((str(third.pk), str(fourth.pk)))),)


def test_a_composition_keeps_no_private_wish():
    cohort = a_cohort_of(6)
    first, second, *_others = members(cohort)
    said(first, apart=second.name, challenge="My own words.")

    composition = divided(cohort, 3, 3)

    broken = [each for each in composition.broken if each["rule"] == "must_not"]
    kept = json.dumps([composition.asked, composition.broken, composition.score])
    assert [each["about"] for each in broken] == [[]]
    assert "My own words." not in kept
    assert str(first.pk) not in kept


def test_competitors_and_earlier_sets_are_told():
    cohort = a_cohort_of(4)
    one, other = cohort.programme.partners.order_by("pk")
    compete(one, other)
    first, second, *_others = members(cohort)
    a_set(first.person, second.person)

    brief = known(cohort).brief

    assert brief.exclusive == (frozenset((str(one.pk), str(other.pk))),)
    assert brief.earlier == (frozenset((str(first.pk), str(second.pk))),)


def test_facilitators_take_so_many_sets_fewer_as_they_have_in_other_cohorts():
    cohort = a_cohort_of(4)
    busy, free = leaders(cohort)
    earlier = a_set(facilitator=busy.person)
    earlier.cohort = a_cohort(cohort.programme, name="Earlier")
    earlier.save()
    over = a_set(facilitator=free.person)
    over.cohort, over.ended_at = earlier.cohort, NOON
    over.save()

    brief = known(cohort).brief

    room = {one.id: one.capacity for one in brief.facilitators}
    assert room == {str(busy.pk): 1, str(free.pk): 2}


def test_facilitators_take_as_many_sets_as_they_can():
    cohort = a_cohort_of(3)

    brief = known(cohort).brief

    assert {one.id for one in brief.facilitators} == {
        str(one.pk) for one in leaders(cohort)
    }
    assert [one.capacity for one in brief.facilitators] == [2, 2]


@pytest.mark.parametrize(
    ("people", "sets"), [(1, 1), (5, 1), (12, 2), (24, 4), (26, 4), (100, 17)]
)
def test_sets_are_of_about_six(people, sets):
    assert usual_number(Terms(size_min=5, size_max=7), people) == sets
