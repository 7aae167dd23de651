"""The list of people: found, changed, taken along, and seen by those who may."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.web.enrolments import queries
from askwell.web.enrolments.exports import BOM, csv_text, formula_safe
from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.operations import say_lines
from factories import (
    a_cohort,
    a_partner,
    a_person,
    a_programme,
    an_enrolment,
    an_organisation,
    holds_office,
    signed_in,
)
from web.enrolments.files import brought, columns_as_guessed, counts, listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return a_programme(a_person("Ingrid Solberg"), home=an_organisation("Acme Health"))


@pytest.fixture
def browser(programme):
    return signed_in(programme.created_by)


@pytest.fixture
def people(programme) -> str:
    return f"/programmes/{programme.pk}/people/"


def shown(answer) -> list[str]:
    return [one.name for one in answer.context["people"]]


def test_an_empty_list_offers_to_bring_people_in(browser, people):
    answer = browser.get(people)

    assert "Nobody is on the list yet" in answer.text
    assert f'href="{people}in/"' in answer.text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_much_for_one_as_for_three(browser, programme, people, number):
    a_cohort(programme)
    a_partner(programme)
    for _each in range(number):
        an_enrolment(programme)
    browser.get(people)

    with CaptureQueriesContext(connection) as asked:
        browser.get(people)

    assert len(asked) == 10


def test_people_are_found_by_words_cohort_reply_and_organisation(
    browser, programme, people
):
    spring, autumn = a_cohort(programme), a_cohort(programme, "Autumn")
    partner = a_partner(programme)
    an_enrolment(programme, name="Ana Ruiz", area="Estates", cohort=spring)
    an_enrolment(programme, name="Bo Lee", cohort=autumn, status="invited")
    an_enrolment(programme, name="Cy Dee", cohort=autumn, partner=partner)
    an_enrolment(programme, name="Di Fox", status="left")

    assert shown(browser.get(people)) == ["Ana Ruiz", "Bo Lee", "Cy Dee"]
    assert shown(browser.get(f"{people}?q=estates+ana")) == ["Ana Ruiz"]
    assert shown(browser.get(f"{people}?cohort={autumn.pk}")) == ["Bo Lee", "Cy Dee"]
    assert shown(browser.get(f"{people}?reply=invited")) == ["Bo Lee"]
    assert shown(browser.get(f"{people}?reply=left")) == ["Di Fox"]
    assert shown(browser.get(f"{people}?partner={partner.pk}")) == ["Cy Dee"]
    assert len(shown(browser.get(f"{people}?cohort=nonsense&reply=odd"))) == 3


def test_an_organisations_manager_sees_their_own_people_alone(programme, people):
    manager = a_person("Pia Berg")
    partner = a_partner(programme, manager)
    theirs = an_enrolment(programme, name="Ana Ruiz", partner=partner)
    other = an_enrolment(programme, name="Bo Lee")
    browser = signed_in(manager)

    assert shown(browser.get(people)) == ["Ana Ruiz"]
    assert "Bo Lee" not in browser.get(f"{people}file/").text
    assert browser.get(f"{people}{theirs.pk}/").status_code == 200
    assert browser.get(f"{people}{other.pk}/").status_code == 404
    assert browser.post(f"{people}{other.pk}/removal/").status_code == 404


def test_an_office_given_to_an_address_opens_the_list(programme, people):
    person = a_person("Olu Ade")
    office = holds_office(programme, person)
    office.person = None
    office.save()

    assert signed_in(person).get(people).status_code == 200


class TestSeveral:
    def test_several_are_moved_into_a_cohort(self, browser, programme, people):
        autumn = a_cohort(programme, "Autumn")
        one, two, three = [an_enrolment(programme, cohort=None) for _each in range(3)]

        browser.post(f"{people}several/", {"who": [one.pk, two.pk], "act": autumn.pk})

        assert set(autumn.enrolments.all()) == {one, two}
        assert three.cohort is None

    def test_several_can_facilitate_but_who_has_joined_says_so_themselves(
        self, browser, programme, people
    ):
        one = an_enrolment(programme)
        joined = an_enrolment(programme, a_person("Ana Ruiz"))

        browser.post(f"{people}several/", {"who": [one.pk, joined.pk], "act": "leads"})

        one.refresh_from_db()
        joined.refresh_from_db()
        assert (one.facilitates, joined.facilitates) == (True, False)

    def test_nobody_elses_people_are_among_them(self, programme, people):
        manager = a_person("Pia Berg")
        a_partner(programme, manager)
        other = an_enrolment(programme)

        signed_in(manager).post(f"{people}several/", {"who": other.pk, "act": "leads"})

        other.refresh_from_db()
        assert not other.facilitates


class TestByHand:
    def sent(self, programme, **how: object) -> dict[str, object]:
        return {
            "name": "Ana Ruiz",
            "email": "Ana@X.example",
            "partner": programme.partners.first().pk,
            "takes_part": "on",
            "capacity": 1,
            **how,
        }

    def test_one_person_is_put_on_the_list(self, browser, programme, people):
        sent = self.sent(programme, manager="Bo@x.example", level=3)

        browser.post(f"{people}new/", sent)

        one = programme.enrolments.get()
        assert (one.email, one.level, one.status) == ("ana@x.example", 3, "listed")
        assert queries.manager_of(one) == "bo@x.example"

    @pytest.mark.parametrize(
        ("how", "words"),
        [
            ({"email": "taken@x.example"}, "on the programme&#x27;s list already"),
            ({"manager": "ana@x.example"}, "Nobody is their own manager"),
            ({"takes_part": ""}, "else they have no part"),
            ({"name": "Ana @ home"}, "Write your name only"),
        ],
    )
    def test_what_cannot_be_is_said(self, browser, programme, people, how, words):
        an_enrolment(programme, email="taken@x.example")

        answer = browser.post(f"{people}new/", self.sent(programme, **how))

        assert answer.status_code == 422
        assert words in answer.text

    def test_a_circle_of_managers_is_refused(self, browser, programme, people):
        say_lines(programme.partners.get(), {"bo@x.example": "ana@x.example"})

        answer = browser.post(
            f"{people}new/", self.sent(programme, manager="bo@x.example")
        )

        assert "it would be a circle" in answer.text

    def test_whoever_changes_employers_reports_to_nobody_in_the_old_one(
        self, browser, programme, people
    ):
        one, other = (
            an_enrolment(programme, email="ana@x.example"),
            a_partner(programme),
        )
        say_lines(one.partner, {"ana@x.example": "bo@x.example"})

        browser.post(f"{people}{one.pk}/", self.sent(programme, partner=other.pk))

        assert queries.lines(programme) == {}

    def test_a_foreign_organisation_cannot_be_chosen(self, programme, people):
        manager = a_person("Pia Berg")
        a_partner(programme, manager)

        answer = signed_in(manager).post(f"{people}new/", self.sent(programme))

        assert answer.status_code == 422

    def test_somebody_is_moved_and_marked_as_facilitator(
        self, browser, programme, people
    ):
        one, autumn = an_enrolment(programme), a_cohort(programme, "Autumn")
        sent = self.sent(programme, cohort=autumn.pk, facilitates="on", capacity=2)

        browser.post(f"{people}{one.pk}/", sent)

        one.refresh_from_db()
        assert (one.cohort, one.facilitates, one.capacity) == (autumn, True, 2)
        assert one.email == "ana@x.example"

    def test_an_address_that_was_asked_is_not_changed(self, browser, programme, people):
        one = an_enrolment(programme, email="old@x.example", status="invited")

        browser.post(f"{people}{one.pk}/", self.sent(programme))

        one.refresh_from_db()
        assert (one.name, one.email) == ("Ana Ruiz", "old@x.example")

    def test_whoever_was_never_asked_is_gone_without_a_trace(
        self, browser, programme, people
    ):
        one = an_enrolment(programme)

        browser.post(f"{people}{one.pk}/removal/")

        assert not Enrolment.objects.exists()

    def test_whoever_was_asked_has_left_and_can_be_put_back(
        self, browser, programme, people
    ):
        one = an_enrolment(programme, status="invited")

        browser.post(f"{people}{one.pk}/removal/")
        one.refresh_from_db()
        then = one.status
        browser.post(f"{people}{one.pk}/return/")

        one.refresh_from_db()
        assert (then, one.status) == ("left", "listed")

    def test_nobody_is_put_back_over_their_own_no(self, browser, programme, people):
        one = an_enrolment(programme, status="declined")

        browser.post(f"{people}{one.pk}/return/")

        one.refresh_from_db()
        assert one.status == "declined"


class TestTakenAlong:
    TEXT = (
        "Name\tE-mail\tLevel\tArea\tPlace\tTime zone\tManager\tModerates\tCapacity\n"
        "Ana Ruiz\tana@x.example\t2\tOps\tLeeds\tLondon\tbo@x.example\tyes\t3\n"
        "Bo Lee\tbo@x.example\t4\t+Estates\tYork\tUTC+1\t\t\t\n"
    )

    def test_the_file_can_be_brought_back_and_changes_nothing(
        self, browser, programme, people
    ):
        a_cohort(programme)
        listed(browser, programme, self.TEXT)

        text = browser.get(f"{people}file/").content.decode("utf-8-sig")
        path = columns_as_guessed(browser, brought(browser, programme, text))

        assert counts(browser, path) == {"same": 2}

    def test_no_cell_is_a_formula(self, browser, programme, people):
        an_enrolment(programme, name="=cmd|' /C calc'!A0", area="@SUM(A1)", place="-1")

        answer = browser.get(f"{people}file/")

        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        [_headings, row] = csv.reader(io.StringIO(answer.text.removeprefix(BOM)))
        assert [row[0], row[4], row[5]] == ["'=cmd|' /C calc'!A0", "'@SUM(A1)", "'-1"]

    @pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", " =1", "\n=1"])
    def test_what_begins_like_a_formula_is_quoted(self, cell):
        assert formula_safe(cell) == f"'{cell}"

    def test_other_lists_are_written_as_safely(self):
        assert csv_text(["A"], [["=1"], ["b"]]) == f"{BOM}A\r\n'=1\r\nb\r\n"
