"""Programmes on the front page of those who look after them."""

import pytest
from django.urls import reverse

from askwell.web.programmes.models import Office
from factories import (
    a_cohort,
    a_person,
    a_programme,
    a_set,
    an_enrolment,
    everyone_agrees,
    holds_office,
    is_in,
    signed_in,
)
from web.running.running_programmes import a_set_of

pytestmark = pytest.mark.django_db


def front(person):
    return signed_in(person).get("/").text


def test_they_stand_there_with_what_waits_as_the_next_step():
    ingrid = a_person("Ingrid Solberg")
    programme = a_programme(ingrid)
    a_cohort(programme)
    a_set_of(programme)

    page = front(ingrid)

    assert "My programmes" in page
    assert "One set has no date ahead" in page
    assert f"{reverse('running:sets', args=[programme.pk])}?show=no_date" in page


def test_what_waits_in_a_set_of_ones_own_comes_first():
    ingrid = a_person("Ingrid Solberg")
    an_enrolment(a_programme(ingrid))
    learning_set = a_set(ingrid)

    assert f"Read what {learning_set.name} agrees" in front(ingrid)


def test_where_nothing_waits_a_manager_in_no_set_is_asked_to_begin_none():
    ingrid = a_person("Ingrid Solberg")
    a_programme(ingrid)

    page = front(ingrid)

    assert "Leading through change" in page
    assert "You are in no set yet" not in page


def test_a_sponsor_finds_it_and_is_asked_nothing():
    ada, programme = a_person("Ada Moss"), a_programme()
    holds_office(programme, ada, kind=Office.Kind.SPONSOR)
    an_enrolment(programme)

    page = front(ada)

    assert "You sponsor it" in page
    assert "has not been asked yet" not in page


def test_everybody_else_is_told_that_there_is_such_a_thing():
    amara = a_person("Amara Okafor")
    learning_set = a_set(amara)
    for name in ("Jonas", "Mei", "Rashid"):
        is_in(learning_set, a_person(name))
    everyone_agrees(learning_set)

    page = front(amara)

    assert "My programmes" not in page
    assert "Look after a programme" in page
