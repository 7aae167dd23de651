"""From a messy spreadsheet to people on the list; nothing is written before."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from askwell.web.enrolments import operations, queries
from askwell.web.enrolments.models import Draft, Enrolment
from askwell.web.people.models import Organisation
from factories import (
    NOON,
    a_cohort,
    a_partner,
    a_person,
    a_programme,
    an_enrolment,
    an_organisation,
    holds_office,
    signed_in,
)
from web.enrolments.files import (
    brought,
    columns_as_guessed,
    counts,
    listed,
    suggestions_taken,
    workbook,
)

pytestmark = pytest.mark.django_db

MESSY = """People of the spring programme
\t\t\t\t
First name\tSurname\tE-Mail\tGrade\tDept.\tSite\tTime zone\tLine manager
Ana\tRuiz\tana.ruiz@acme.example\tBand 6\tOps\tLeeds\tLondon\tMoe Khan
Ben\tAshe\tben.ashe@acme.con\tBand 6\tOps\tLeeds\tGMT\tMoe Khan
\t\tcleo.dahl@acme.example\tBand 7\tHR\tYork\tLondno\tAna Ruis
Moe\tKhan\tmoe.khan@acme.example\tBand 8\tOps\tLeeds\tLondon\t
Ana\tRuiz\tana.ruiz@acme.example\tBand 6\tOps\tLeeds\tLondon\tMoe Khan
"""
TWO = "Name\tE-mail\nAna Ruiz\tana@x.example\nBo Lee\tbo@x.example"


@pytest.fixture
def programme():
    return a_programme(a_person("Ingrid Solberg"), home=an_organisation("Acme Health"))


@pytest.fixture
def browser(programme):
    return signed_in(programme.created_by)


def test_a_messy_sheet_is_mended_with_one_press_and_put_on_the_list(browser, programme):
    a_cohort(programme)
    path = columns_as_guessed(browser, brought(browser, programme, MESSY))

    before = browser.get(path)
    suggestions_taken(browser, path)
    after = browser.get(path)
    browser.post(f"{path}list/")

    assert (before.context["faulty"], after.context["faulty"]) == (5, 0)
    said = ("name", "email", "level", "area", "place", "time_zone", "cohort__name")
    london = "Europe/London"
    assert list(programme.enrolments.values_list(*said)) == [
        ("Ana Ruiz", "ana.ruiz@acme.example", 1, "Ops", "Leeds", london, "Spring"),
        ("Ben Ashe", "ben.ashe@acme.com", 1, "Ops", "Leeds", london, "Spring"),
        ("Cleo Dahl", "cleo.dahl@acme.example", 3, "HR", "York", london, "Spring"),
        ("Moe Khan", "moe.khan@acme.example", 5, "Ops", "Leeds", london, "Spring"),
    ]
    assert queries.lines(programme) == {
        "ana.ruiz@acme.example": "moe.khan@acme.example",
        "ben.ashe@acme.com": "moe.khan@acme.example",
        "cleo.dahl@acme.example": "ana.ruiz@acme.example",
    }
    assert {one.status for one in programme.enrolments.all()} == {"listed"}
    assert programme.partners.get().level_names == [
        "Band 6",
        "",
        "Band 7",
        "",
        "Band 8",
    ]


def test_nothing_is_written_before_the_last_press(browser, programme):
    path = columns_as_guessed(browser, brought(browser, programme, MESSY))

    suggestions_taken(browser, path)
    browser.get(path)

    assert not programme.enrolments.exists()
    assert programme.partners.get().level_names == []


def test_a_workbook_is_brought_like_a_pasted_table(browser, programme):
    data = workbook(["Name", "E-mail"], ["Ana Ruiz", "ana@x.example"])
    file = SimpleUploadedFile("people.xlsx", data)

    browser.post(f"/programmes/{programme.pk}/people/in/", {"file": file})

    assert Draft.objects.filter(by=programme.created_by).exists()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "There is nothing in it yet"),
        ({"pasted": "Just words"}, "No list of people was found"),
        (
            {"pasted": "Name\tE-mail\n" + "n" * 3000 + "\ta@x.example"},
            "Row 2, column A",
        ),
    ],
)
def test_what_cannot_be_read_is_said_at_once(browser, programme, sent, words):
    answer = browser.post(f"/programmes/{programme.pk}/people/in/", sent)

    assert answer.status_code == 422
    assert words in answer.text
    assert not Draft.objects.exists()


def test_two_columns_cannot_be_the_same_and_one_is_the_address(browser, programme):
    path = brought(browser, programme, TWO)

    twice = browser.post(f"{path}columns/", {"column_0": "email", "column_1": "email"})
    none = browser.post(f"{path}columns/", {"column_0": "name", "column_1": ""})

    assert "Another column is the e-mail already" in twice.text
    assert "Say which column holds the e-mail address" in none.text
    assert {twice.status_code, none.status_code} == {422}


def test_columns_are_remembered_by_their_headings(browser, programme):
    first = brought(
        browser, programme, "Colour\tWho\tMail\nred\tAna Ruiz\tana@x.example"
    )
    columns_as_guessed(browser, first, column_0="area")
    browser.post(f"{first}list/")

    again = browser.post(
        f"/programmes/{programme.pk}/people/in/",
        {"pasted": "MAIL\tcolour\tWho\nbo@x.example\tblue\tBo Lee"},
    )

    draft = Draft.objects.get()
    assert again.url == f"/programmes/{programme.pk}/people/in/{draft.pk}/"
    assert '"columns": ["email", "area", "name"]' in draft.choices


def test_words_for_levels_are_remembered(browser, programme):
    listed(browser, programme, "Name\tE-mail\tGrade\nAna\tana@x.example\tBand 7")

    path = brought(browser, programme, "Name\tE-mail\tGrade\nBo\tbo@x.example\tband 7")

    assert counts(browser, path) == {"new": 1}


@pytest.mark.parametrize("step", ["0", "9", "99999999999"])
def test_no_word_is_remembered_for_a_level_there_is_not(browser, programme, step):
    text = TWO.replace("E-mail", "E-mail\tGrade") + "\nCy\tcy@x.example\tOdd"
    path = columns_as_guessed(browser, brought(browser, programme, text))

    browser.post(path, {"word:level:odd": step})
    browser.post(f"{path}list/", {"leave_out": "yes"})

    assert queries.memory(programme, None).levels == {}


def test_a_row_is_left_out_and_taken_in_again(browser, programme):
    path = columns_as_guessed(browser, brought(browser, programme, TWO))

    browser.post(path, {"out": "2"})
    without = counts(browser, path)
    browser.post(f"{path}row/", {"number": "2"})

    assert without == {"new": 1, "out": 1}
    assert counts(browser, path) == {"new": 2}


def test_rows_with_faults_are_only_left_behind_when_that_is_said(browser, programme):
    text = f"{TWO}\nCy\tcy@x"
    path = columns_as_guessed(browser, brought(browser, programme, text))

    refused = browser.post(f"{path}list/")
    written_then = programme.enrolments.count()
    browser.post(f"{path}list/", {"leave_out": "yes"})

    assert refused.url == path
    assert (written_then, programme.enrolments.count()) == (0, 2)


def test_an_organisation_is_added_with_the_people_it_sends(browser, programme):
    text = "Name\tE-mail\tOrganisation\nAna\tana@x.example\tZenith Trust"
    path = columns_as_guessed(browser, brought(browser, programme, text))

    suggestions_taken(browser, path)
    before = Organisation.objects.filter(name="Zenith Trust").exists()
    browser.post(f"{path}list/")

    enrolment = programme.enrolments.get()
    assert not before
    assert enrolment.partner.organisation.name == "Zenith Trust"


def test_cohorts_are_chosen_for_those_whose_row_does_not_say(browser, programme):
    spring, autumn = a_cohort(programme), a_cohort(programme, "Autumn")
    text = "Name\tE-mail\tCohort\nAna\tana@x.example\t\nBo\tbo@x.example\tautumn"
    path = brought(browser, programme, text)
    columns_as_guessed(browser, path, cohort=str(spring.pk))

    browser.post(f"{path}list/")

    found = programme.enrolments.values_list("name", "cohort")
    assert list(found) == [("Ana", spring.pk), ("Bo", autumn.pk)]


class TestWhoseItIs:
    def test_a_file_is_its_bringers_alone(self, browser, programme):
        path = brought(browser, programme, TWO)
        other = a_person("Olu Ade")
        holds_office(programme, other)

        seen = signed_in(other).get(path)

        assert seen.status_code == 404

    def test_its_names_lie_sealed(self, browser, programme):
        brought(browser, programme, TWO)

        with connection.cursor() as cursor:
            cursor.execute('SELECT "table", choices FROM enrolments_draft')
            stored = b"".join(bytes(each) for each in cursor.fetchone())
        assert b"ana@x" not in stored
        assert b"Ruiz" not in stored

    def test_it_is_gone_when_written_thrown_away_or_a_day_old(self, browser, programme):
        listed(browser, programme, TWO)
        thrown = brought(browser, programme, TWO)
        browser.post(f"{thrown}deletion/")
        gone = Draft.objects.exists()
        brought(browser, programme, TWO)
        Draft.objects.update(created_at=NOON - timedelta(hours=25))

        forgotten = operations.forget_old(at=NOON)

        assert (gone, forgotten, Draft.objects.exists()) == (False, 1, False)

    def test_a_new_file_takes_the_place_of_the_old(self, browser, programme):
        old = brought(browser, programme, TWO)
        new = brought(browser, programme, TWO)

        assert (browser.get(old).status_code, browser.get(new).status_code) == (
            404,
            200,
        )


class TestOneOrganisationsManager:
    @pytest.fixture
    def manager(self):
        return a_person("Pia Berg")

    @pytest.fixture
    def partner(self, programme, manager):
        return a_partner(programme, manager)

    def test_their_people_come_in_under_their_organisation(
        self, programme, partner, manager
    ):
        listed(signed_in(manager), programme, TWO)

        assert {one.partner for one in programme.enrolments.all()} == {partner}

    def test_nobody_else_can_be_brought_in_by_them(self, programme, partner, manager):
        browser = signed_in(manager)
        text = "Name\tE-mail\tOrganisation\nAna\tana@x.example\tAcme Health"
        path = columns_as_guessed(browser, brought(browser, programme, text))

        browser.post(path, {"word:organisation:acme health": "+"})
        answer = browser.get(path)

        assert answer.context["faulty"] == 1
        browser.post(f"{path}list/", {"leave_out": "yes"})
        assert not programme.enrolments.exists()

    def test_a_person_of_another_organisation_stays_theirs(
        self, programme, partner, manager
    ):
        taken = an_enrolment(programme, email="ana@x.example", name="Ana at home")
        browser = signed_in(manager)
        path = columns_as_guessed(browser, brought(browser, programme, TWO))

        answer = browser.get(path)
        browser.post(f"{path}list/", {"leave_out": "yes"})

        assert "with another organisation" in answer.text
        assert "Ana at home" not in answer.text
        taken.refresh_from_db()
        assert taken.partner != partner
        assert Enrolment.objects.filter(partner=partner).get().name == "Bo Lee"

    def test_what_columns_mean_is_remembered_apart(self, browser, programme, partner):
        path = brought(browser, programme, f"Colour\t{TWO}".replace("\n", "\nred\t"))
        columns_as_guessed(browser, path, partner=str(partner.pk))
        browser.post(f"{path}list/")

        own = queries.memory(programme, partner).columns
        whole = queries.memory(programme, None).columns

        assert (own, whole["colour"]) == ({}, "")


def test_an_ended_programme_takes_nobody_in(browser, programme):
    programme.ended_at = NOON
    programme.save()
    people = f"/programmes/{programme.pk}/people/"

    for page in ("", "in/", "new/", "lines/", "file/"):
        assert browser.get(f"{people}{page}").status_code == 404
