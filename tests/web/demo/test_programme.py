"""The programme of the demonstration: whom it asked, and what its board shows."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import combinations

import pytest
from django.db import connection
from django.test import Client

from askwell.web.composing.brief import known_of
from askwell.web.composing.models import Composition
from askwell.web.demo import people
from askwell.web.demo.cast import PROGRAMME, character, line_above
from askwell.web.demo.hours import week_of
from askwell.web.demo.naming import id_of
from askwell.web.demo.programme import (
    bring_in_programme,
    programme_is_due,
    take_up_sets,
)
from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import weeks
from askwell.web.intake.models import Intake
from askwell.web.people.models import Notice, Person
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.programmes.offices import managed_partners, manages, speaks_for
from web.demo.conftest import NOW


def the_programme() -> Programme:
    return Programme.objects.get(pk=id_of("programme", PROGRAMME.key))


def test_its_people_have_replied_as_people_do(demonstration: datetime) -> None:
    listed = the_programme().enrolments.values_list("cohort__name", "status")

    assert Counter(listed) == {
        ("First cohort", "joined"): 6,
        ("Second cohort", "joined"): 8,
        ("Third cohort", "joined"): 24,
        ("Third cohort", "invited"): 2,
        ("Third cohort", "declined"): 1,
        (None, "joined"): 3,
    }


def test_it_is_at_home_nowhere_and_each_office_sees_its_own(
    demonstration: datetime,
) -> None:
    programme = the_programme()
    hospitals = programme.partners.get(organisation=id_of("organisation", "hospitals"))
    nadia, graham, helen = map(people.person, ("Nadia", "Graham", "Helen"))

    assert programme.home is None
    assert manages(nadia, programme)
    assert not speaks_for(nadia, hospitals)
    assert set(managed_partners(graham, programme)) == {hospitals}
    assert set(managed_partners(helen, programme)) == set()


def test_the_sets_of_the_cast_belong_to_it(demonstration: datetime) -> None:
    LearningSet.objects.update(cohort=None)

    take_up_sets()

    found = LearningSet.objects.values_list("name", "cohort__name", "attendance")
    assert sorted(found) == [
        ("Calderwick Leaders, first cohort", "First cohort", "counts"),
        ("Harbour Lane", "Second cohort", "counts"),
        ("Third Thursday", "Second cohort", "nothing"),
    ]


def test_what_its_people_said_is_sealed(demonstration: datetime) -> None:
    catrin = Intake.objects.get(owner=id_of("person", "Catrin"))
    table = Intake._meta.db_table

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT challenge, apart FROM {table}")
        kept = b"".join(bytes(one or b"") for row in cursor.fetchall() for one in row)

    assert catrin.apart == "Marcus Thorne"
    assert (catrin.challenge or "").startswith("I am to merge two teams")
    assert b"Marcus" not in kept
    assert b"merge" not in kept


def test_its_last_cohort_has_a_division_to_look_at(demonstration: datetime) -> None:
    composition = Composition.objects.get()
    known = known_of(composition.cohort, composition.asked)

    names = {
        frozenset(known.enrolments[who].name.split()[0] for who in each["members"])
        for each in composition.sets
    }

    assert composition.status == Composition.Status.DONE
    assert composition.broken == []
    assert composition.score["total"] > 0.65
    assert names == {frozenset(members) for _, *members in PROGRAMME.found}


@pytest.mark.parametrize("members", [each[1:] for each in PROGRAMME.found])
def test_no_rule_is_broken_in_a_set_of_the_last_cohort(
    members: tuple[str, ...],
) -> None:
    houses = {character(key).house for key in members}
    pairs = list(combinations(members, 2))

    assert not houses.issuperset(PROGRAMME.rivals)
    assert not [pair for pair in pairs if pair[1] in line_above(pair[0])]
    assert not [pair for pair in pairs if pair[0] in line_above(pair[1])]
    assert not {"Catrin", "Marcus"}.issubset(members)


def test_nobody_hears_of_it_today(demonstration: datetime) -> None:
    unread = Notice.objects.unread().filter(kind=Notice.Kind.PROGRAMME)

    asked = {one.address.partition(".")[0] for one in unread}

    assert asked == {"agnes", "hamish"}
    assert Notice.objects.waiting().count() == 0


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("Nadia", "/programmes/{programme}/"),
        ("Graham", "/programmes/{programme}/"),
        ("Helen", "/programmes/{programme}/"),
        ("Hamish", "/programmes/join/{code}/"),
        ("Catrin", "/programmes/join/{code}/"),
    ],
)
def test_stepping_in_leads_to_what_somebody_has_to_do_with_it(
    demonstration: datetime, client: Client, key: str, path: str
) -> None:
    mine = Enrolment.objects.filter(email=character(key).email).first()
    code = mine.code if mine else ""

    answer = client.post("/demo/visits/", {"person": key, "set": PROGRAMME.key})

    expected = path.format(programme=the_programme().pk, code=code)
    assert answer.headers["Location"] == expected


def test_the_page_of_the_cast_says_what_each_of_them_sees(
    demonstration: datetime, client: Client
) -> None:
    *_, around = client.get("/demo/").context["groups"]

    sees = {seat.character.key: seat.sees for seat in around.seats}
    assert (around.name, around.badge) == (
        "Leading by Asking",
        "24 people without a set",
    )
    assert sees == {
        "Nadia": "Puts the sets together, and sees how they go in numbers.",
        "Graham": "Looks after the people of St Aldhelm's Hospitals Trust, and sees no "
        "others.",
        "Helen": "Backs it: sees counts and dates, and no names.",
        "Hamish": "Is asked whether to take part, and has not answered.",
        "Catrin": "Has said yes, and what only the composer may know.",
        "Nia": "Has said yes, and could facilitate a set.",
    }


@pytest.mark.django_db
def test_it_begins_anew_when_its_last_cohort_should_have_begun(
    demonstration: datetime,
) -> None:
    later = NOW + timedelta(weeks=9)
    before = Person.objects.count()
    due = (programme_is_due(at=NOW), programme_is_due(at=later))

    bring_in_programme(at=later)

    assert due == (False, True)
    assert not programme_is_due(at=later)
    assert Person.objects.count() == before
    assert Composition.objects.get().broken == []


def test_hours_are_read_as_they_are_written() -> None:
    week = week_of("mon-tue 9-12:30, fri 14-17")

    assert weeks.hours_in(week) == 3.5 + 3.5 + 3
    assert week == (
        weeks.span(0, (9, 12.5)) | weeks.span(1, (9, 12.5)) | weeks.span(4, (14, 17))
    )
