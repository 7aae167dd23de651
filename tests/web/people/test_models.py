"""Persons, organisations and reporting lines."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django_scopes import scope
from django_scopes.exceptions import ScopeError

from askwell.web.people.models import Membership, Person
from askwell.web.people.queries import in_one_line
from factories import a_person, a_place, an_organisation

pytestmark = pytest.mark.django_db


def test_an_address_belongs_to_one_person_however_it_is_written():
    a_person(email="amara@people.example")

    with pytest.raises(IntegrityError):
        Person.objects.create(email="AMARA@people.example", name="Another")


def test_a_person_without_a_password_signs_in_by_code_only():
    person = a_person(password=None)

    assert not person.has_usable_password()


@pytest.mark.parametrize(
    "name", ["see http://shop.example", "a@b.example", "one\ntwo", "<b>"]
)
def test_a_name_is_no_advertisement(name):
    person = Person(email="a@people.example", name=name)

    with pytest.raises(ValidationError):
        person.full_clean(exclude=["password"])


def test_names_of_many_kinds_are_names():
    for name in ("Mei-Ling Tan", "Seán O'Brien", "Zieliński", "李明", "Dr. A. Roe"):
        Person(email="a@people.example", name=name).full_clean(exclude=["password"])


def test_memberships_are_not_read_across_organisations():
    ours, theirs = an_organisation(), an_organisation()
    a_place(a_person(), ours)
    a_place(a_person(), theirs)

    with pytest.raises(ScopeError):
        Membership.objects.count()
    with scope(organisation=ours):
        assert Membership.objects.count() == 1


class TestOneReportingLine:
    @pytest.fixture
    def line(self):
        """Helen leads Graham, who leads Amara and Rosa."""
        house = an_organisation()
        helen, graham = a_person("Helen"), a_person("Graham")
        amara, rosa = a_person("Amara"), a_person("Rosa")
        top = a_place(helen, house, level=5)
        middle = a_place(graham, house, manager=top)
        a_place(amara, house, manager=middle)
        a_place(rosa, house, manager=middle)
        return helen, graham, amara, rosa

    def test_a_manager_and_a_report_are_in_one_line(self, line):
        _, graham, amara, _ = line

        assert in_one_line(amara, [graham]) == graham

    def test_so_are_people_two_storeys_apart(self, line):
        helen, _, amara, _ = line

        assert in_one_line(helen, [amara]) == amara

    def test_two_with_the_same_manager_are_not(self, line):
        _, _, amara, rosa = line

        assert in_one_line(amara, [rosa]) is None

    def test_nor_are_people_of_two_organisations(self, line):
        stranger = a_person("Stranger")
        a_place(stranger, an_organisation())

        assert in_one_line(stranger, line) is None

    def test_somebody_in_no_organisation_is_in_no_line(self, line):
        assert in_one_line(a_person("Guest"), line) is None

    def test_managers_in_a_circle_end_the_walk(self):
        house = an_organisation()
        first, second = a_person("First"), a_person("Second")
        one = a_place(first, house)
        two = a_place(second, house, manager=one)
        with scope(organisation=house):
            Membership.objects.filter(pk=one.pk).update(manager=two)

        assert in_one_line(first, [second]) == second

    def test_it_asks_once_for_each_storey(self, line, django_assert_num_queries):
        helen, graham, amara, rosa = line

        with django_assert_num_queries(3):
            in_one_line(amara, [rosa])
        with django_assert_num_queries(1):
            in_one_line(amara, [rosa, graham, helen])
