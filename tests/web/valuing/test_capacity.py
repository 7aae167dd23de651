"""The planner: everything stands in its address."""

import pytest
from django.urls import reverse

from factories import a_person, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned():
    browser = signed_in(a_person())

    def ask(**asked: object):
        return browser.get(reverse("valuing:capacity"), asked)

    return ask


def test_before_anything_is_typed_there_is_only_the_form(planned):
    page = planned()

    assert page.status_code == 200
    assert "plan" not in page.context


def test_an_address_says_how_many_people_are_reached(planned):
    page = planned(people=100, coaches=2, per_coach=5, new=2, experienced=1, size=6)

    assert page.context["plan"].says == (
        "Together they reach 82 people at a time: 10 by one-to-one coaching, 72 in "
        "sets.",
        "18 people are left. To reach them in sets takes 3 more sets: facilitators who "
        "are new to it: 1, or experienced ones: 1.",
    )


def test_who_reaches_everybody_is_told_so(planned):
    page = planned(people=12, new=1, size=6)

    assert page.context["plan"].says[1] == (
        "That is everybody you would like to reach."
    )


def test_with_nobody_available_nobody_is_reached(planned):
    page = planned(people=6)

    assert page.context["plan"].says[0] == (
        "With nobody available yet, nobody is reached."
    )


def test_a_set_of_two_is_refused(planned):
    page = planned(size=2)

    assert page.status_code == 422
    assert "plan" not in page.context
