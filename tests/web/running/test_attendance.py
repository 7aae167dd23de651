"""Who came: only as far as the set lets it be known, and only to whom it is told."""

import csv
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import LedgerLine, Programme
from askwell.web.programmes.sentences import in_words
from askwell.web.running.models import Turnout
from askwell.web.running.operations.attendance import as_text
from askwell.web.running.tasks import keep_turnouts
from factories import (
    NOON,
    a_cohort,
    a_partner,
    a_person,
    a_programme,
    an_enrolment,
    is_in,
    signed_in,
)
from web.running.running_programmes import a_set_of, held

pytestmark = pytest.mark.django_db


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


@pytest.fixture
def programme(ingrid):
    made = a_programme(ingrid)
    a_cohort(made)
    return made


def table(name, programme, person):
    address = reverse(f"running:attendance_of_{name}", args=[programme.pk])
    answer = signed_in(person).post(address)
    words = answer.content.decode("utf-8-sig")
    return list(csv.reader(StringIO(words)))[1:]


class TestCounting:
    def test_members_who_came_in_are_counted_once(self, programme, amara, jonas):
        learning_set = a_set_of(programme, amara, jonas)
        visitor = a_person("Visitor")
        is_in(learning_set, visitor, belonging="guest")
        held(learning_set, amara, visitor)

        keep_turnouts(at=NOON)

        turnout = Turnout.objects.get()
        assert (turnout.came, turnout.members) == (1, 2)

    def test_who_left_before_or_came_after_was_no_member_then(self, programme, amara):
        learning_set = a_set_of(programme, amara, a_person("Jonas"))
        is_in(learning_set, a_person("Gone"), left_at=NOON)
        is_in(learning_set, a_person("New"), joined_at=timezone.now())
        held(learning_set, amara)

        keep_turnouts(at=NOON)

        assert Turnout.objects.get().members == 2

    def test_a_set_that_tells_nothing_is_not_counted(self, programme, amara):
        held(a_set_of(programme, amara, a_person(), attendance="nothing"), amara)

        assert keep_turnouts(at=NOON) == 0

    def test_what_was_counted_goes_once_a_member_lowers_it(self, programme, amara):
        learning_set = a_set_of(programme, amara, a_person())
        held(learning_set, amara)
        keep_turnouts(at=NOON)

        sets.lower_attendance(
            learning_set, Programme.Attendance.NOTHING, by=amara, at=NOON
        )
        keep_turnouts(at=NOON)

        assert not Turnout.objects.exists()


class TestTheTableOfMeetings:
    def test_tells_how_many_came_and_the_ledger_says_so(
        self, ingrid, programme, amara, jonas
    ):
        learning_set = a_set_of(programme, amara, jonas, name="Herons")
        meeting = held(learning_set, amara)
        held(a_set_of(programme, attendance="nothing", name="Silent"))

        rows = table("meetings", programme, ingrid)

        day = timezone.localtime(meeting.starts_at).date().isoformat()
        line = LedgerLine.objects.get(kind=LedgerLine.Kind.EXPORT)
        assert rows == [["Herons", day, "1", "2"]]
        assert line.learning_set == learning_set
        assert in_words(line) == (
            "Ingrid Solberg took out for the programme who came, as far as you "
            "allow it."
        )

    def test_is_not_for_who_looks_after_one_organisation(self, programme):
        mei = a_person("Mei Tan")
        a_partner(programme, mei)
        address = reverse("running:attendance_of_meetings", args=[programme.pk])

        assert signed_in(mei).post(address).status_code == 404


class TestTheTableOfPeople:
    def test_tells_each_organisation_of_its_own_people(
        self, ingrid, programme, amara, jonas
    ):
        mei = a_person("Mei Tan")
        own = a_partner(programme, mei)
        an_enrolment(programme, jonas, partner=own)
        learning_set = a_set_of(
            programme, amara, jonas, attendance="names", name="Herons"
        )
        held(learning_set, amara, jonas)
        held(learning_set, amara, days=9)

        for person, whose, came in ((mei, jonas, "1"), (ingrid, amara, "2")):
            rows = table("people", programme, person)
            assert [row[1:] for row in rows] == [
                [whose.name, whose.email, "Herons", came, "2"]
            ]

    def test_of_sets_that_tell_only_how_many_it_says_nothing(
        self, ingrid, programme, amara
    ):
        held(a_set_of(programme, amara, a_person(), attendance="counts"), amara)

        assert table("people", programme, ingrid) == []

    def test_on_neutral_ground_the_programmes_manager_learns_of_nobody(
        self, ingrid, programme, amara
    ):
        Programme.objects.update(home=None)
        held(a_set_of(programme, amara, a_person(), attendance="names"), amara)

        page = signed_in(ingrid).get(reverse("running:attendance", args=[programme.pk]))

        assert table("people", programme, ingrid) == []
        assert "Each organisation learns this about its own people alone" in page.text


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_is_never_a_formula(sign):
    assert as_text(f"{sign}1+2") == f"'{sign}1+2"
    assert as_text("Herons = good") == "Herons = good"
