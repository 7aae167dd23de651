"""Who reports to whom: from a file of its own, and into people's organisations."""

import pytest
from django_scopes import scope

from askwell.web.enrolments import queries
from askwell.web.enrolments.operations import memberships, say_lines
from askwell.web.people.models import Membership, Person
from askwell.web.people.queries import in_one_line
from factories import a_person, a_place, a_programme, an_enrolment, signed_in
from web.enrolments.files import brought, columns_as_guessed, counts

pytestmark = pytest.mark.django_db

HEAD = "E-mail\tManager\n"


@pytest.fixture
def programme():
    return a_programme(a_person("Ingrid Solberg"))


@pytest.fixture
def browser(programme):
    return signed_in(programme.created_by)


@pytest.fixture
def partner(programme):
    return programme.partners.get()


def joined(programme, email: str, **how: object) -> Person:
    """Somebody on the list who has said yes, written into their organisation."""
    person = a_person(email=email)
    memberships.write(an_enrolment(programme, person, **how), person)
    return person


def place_of(person: Person, programme) -> Membership:
    with scope(organisation=programme.home):
        return Membership.objects.select_related("manager__person").get(person=person)


class TestAFileOfLines:
    def test_it_says_who_reports_to_whom_and_enrols_nobody(self, browser, programme):
        text = (
            HEAD + "a@x.example\tb@x.example\nb@x.example\tc@x.example\nc@x.example\t"
        )
        path = columns_as_guessed(
            browser, brought(browser, programme, text, to="lines/")
        )

        seen = counts(browser, path)
        browser.post(f"{path}list/")

        assert seen == {"new": 2, "same": 1}
        assert queries.lines(programme) == {
            "a@x.example": "b@x.example",
            "b@x.example": "c@x.example",
        }
        assert not programme.enrolments.exists()

    def test_it_is_looked_at_against_what_is_known(self, browser, programme, partner):
        say_lines(partner, {"a@x.example": "b@x.example", "d@x.example": "a@x.example"})
        text = HEAD + "a@x.example\tc@x.example\nb@x.example\tb@x.example\n"
        text += "c@x.example\td@x.example"
        path = columns_as_guessed(
            browser, brought(browser, programme, text, to="lines/")
        )

        answer = browser.get(path)

        assert counts(browser, path) == {"faults": 3}
        assert "Nobody is their own manager." in answer.text
        assert "a@x.example → c@x.example → d@x.example → a@x.example" in answer.text

    def test_what_it_leaves_out_is_not_left_out_of_people(self, browser, programme):
        text = "E-mail\tManager\tArea\na@x.example\tb@x.example\tOps"
        path = columns_as_guessed(
            browser, brought(browser, programme, text, to="lines/")
        )

        browser.post(f"{path}list/")

        known = queries.memory(programme, None).columns
        assert known == {"e mail": "email", "manager": "manager"}

    def test_it_needs_both_columns(self, browser, programme):
        path = brought(browser, programme, HEAD + "a@x.example\tb@x.example", "lines/")

        answer = browser.post(f"{path}columns/", {"column_0": "email", "column_1": ""})

        assert "Say which column holds the line manager" in answer.text


class TestPlaces:
    def test_who_joins_is_written_into_their_organisation(self, programme):
        person = joined(programme, "a@x.example", level=3, area="Ops", place="Leeds")

        place = place_of(person, programme)

        assert (place.level, place.function, place.place) == (3, "Ops", "Leeds")
        assert place.manager is None

    def test_what_is_not_known_leaves_what_stands_there(self, programme):
        person = a_person(email="a@x.example")
        a_place(person, programme.home, level=4)

        memberships.write(an_enrolment(programme, person, level=None), person)

        assert place_of(person, programme).level == 4

    def test_managers_are_found_whoever_joins_first(self, programme, partner):
        say_lines(partner, {"a@x.example": "b@x.example"})

        report = joined(programme, "a@x.example")
        manager = joined(programme, "b@x.example")

        assert place_of(report, programme).manager.person == manager
        assert in_one_line(report, [manager]) == manager

    def test_a_line_goes_on_above_managers_nobody_knows(self, programme, partner):
        say_lines(partner, {"a@x.example": "b@x.example", "b@x.example": "c@x.example"})
        report, top = joined(programme, "a@x.example"), joined(programme, "c@x.example")

        far = place_of(report, programme).manager.person
        between = joined(programme, "b@x.example")

        assert far == top
        assert place_of(report, programme).manager.person == between
        assert place_of(between, programme).manager.person == top

    def test_a_new_line_moves_those_who_have_joined(self, programme, partner):
        say_lines(partner, {"a@x.example": "b@x.example"})
        report = joined(programme, "a@x.example")
        other = joined(programme, "c@x.example")

        say_lines(partner, {"a@x.example": "c@x.example"})
        moved = place_of(report, programme).manager.person
        say_lines(partner, {"a@x.example": ""})

        assert moved == other
        assert queries.lines(programme) == {}

    def test_a_file_writes_nothing_about_who_has_not_joined(self, programme, partner):
        stranger, boss = a_person(email="s@x.example"), a_person(email="t@x.example")
        a_place(stranger, programme.home)
        a_place(boss, programme.home)

        say_lines(partner, {"s@x.example": "t@x.example"})

        assert place_of(stranger, programme).manager is None
