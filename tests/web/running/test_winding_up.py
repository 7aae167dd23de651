"""Ending a programme: its sets go on, its lists go, and it can be undone a while."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.composing.models import Composition
from askwell.web.enrolments.models import Enrolment, ReportingLine
from askwell.web.people.models import Notice
from askwell.web.programmes.models import LearningSet, Office, SetMembership
from askwell.web.programmes.offices import manages
from askwell.web.running.models import WindUp
from askwell.web.running.operations.winding import take_back, wind_up
from askwell.web.running.refusals import NotDoneError
from askwell.web.running.tasks import clear_ended_programmes, remind_managers
from factories import (
    NOON,
    a_cohort,
    a_partner,
    a_person,
    a_programme,
    an_enrolment,
    holds_office,
    signed_in,
)
from web.running.running_programmes import a_set_of

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(days=31)


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def programme(ingrid):
    made = a_programme(ingrid)
    a_cohort(made)
    return made


class TestEnding:
    def test_what_happens_is_said_before(self, ingrid, programme):
        a_set_of(programme)

        page = signed_in(ingrid).get(reverse("running:end", args=[programme.pk])).text

        assert "One set. It belongs to those in it" in page
        assert "The list of 2 people is deleted" in page

    def test_those_who_take_part_are_told_and_their_sets_go_on(self, ingrid, programme):
        amara = a_person("Amara Okafor")
        a_set_of(programme, amara, a_person("Jonas"))
        an_enrolment(programme)

        wind_up(programme, by=ingrid, at=NOON)

        told = Notice.objects.filter(kind=Notice.Kind.WOUND_UP)
        assert told.count() == 2
        assert told.filter(person=amara, path="/programmes/ended/").exists()
        assert LearningSet.objects.get(cohort__isnull=False).ended_at is None

    def test_nothing_but_its_own_page_opens_then(self, ingrid, programme):
        wind_up(programme, by=ingrid, at=NOON)
        browser = signed_in(ingrid)

        page = browser.get(programme.get_absolute_url())
        edit = browser.get(reverse("running:edit", args=[programme.pk]))

        assert "Ended on 3 March 2026" in page.text
        assert edit.url == programme.get_absolute_url()
        assert not manages(ingrid, programme)

    def test_it_is_taken_back_while_its_lists_are_there(self, ingrid, programme):
        wind_up(programme, by=ingrid, at=timezone.now())

        address = reverse("running:reversal", args=[programme.pk])
        signed_in(ingrid).post(address)

        assert manages(ingrid, programme)
        assert not WindUp.objects.exists()

    def test_but_no_later(self, ingrid, programme):
        wind_up(programme, by=ingrid, at=NOON)

        with pytest.raises(NotDoneError, match="TOO_LATE"):
            take_back(programme, by=ingrid, at=LATER)

    def test_who_took_part_reads_what_stays_theirs(self):
        page = signed_in(a_person()).get("/programmes/ended/").text

        assert "It belongs to those in it" in page


class TestClearing:
    def ended(self, programme, ingrid):
        learning_set = a_set_of(programme)
        partner = a_partner(programme)
        ReportingLine.objects.create(
            partner=partner, email="a@x.example", manager_email="b@x.example"
        )
        wind_up(programme, by=ingrid, at=NOON)
        return learning_set

    def test_nothing_goes_within_thirty_days(self, ingrid, programme):
        self.ended(programme, ingrid)

        assert clear_ended_programmes(at=NOON + timedelta(days=29)) == 0
        assert Enrolment.objects.count() == 2

    def test_then_lists_and_lines_go_and_offices_end(self, ingrid, programme):
        learning_set = self.ended(programme, ingrid)
        Composition.objects.create(
            cohort=programme.cohorts.get(), name="Proposal 1", asked_at=NOON
        )

        assert clear_ended_programmes(at=LATER) == 1
        assert clear_ended_programmes(at=LATER) == 0

        assert not Enrolment.objects.exists()
        assert not ReportingLine.objects.exists()
        assert not Composition.objects.exists()
        assert not Office.objects.open().exists()
        assert SetMembership.objects.filter(learning_set=learning_set).count() == 2


class TestReminding:
    def test_managers_are_told_once_a_week_that_something_waits(
        self, ingrid, programme
    ):
        now = timezone.now()
        type(programme).objects.update(created_at=NOON, ends_on=now + timedelta(90))
        an_enrolment(programme)

        told = [remind_managers(at=now + timedelta(days=days)) for days in (0, 1, 6, 8)]

        assert told == [1, 0, 0, 1]
        notice = Notice.objects.filter(kind=Notice.Kind.NEEDED).first()
        assert (notice.person, notice.path) == (ingrid, programme.get_absolute_url())

    def test_nobody_is_told_where_nothing_waits_or_all_is_new(self, ingrid, programme):
        now = timezone.now()
        type(programme).objects.update(ends_on=now + timedelta(90))
        assert remind_managers(at=now + timedelta(days=9)) == 0

        an_enrolment(programme)
        type(programme).objects.update(created_at=now)
        assert remind_managers(at=now) == 0

    def test_a_partner_is_told_only_of_their_own_people(self, ingrid, programme):
        now = timezone.now()
        type(programme).objects.update(created_at=NOON, ends_on=now + timedelta(90))
        mei, tomasz = a_person("Mei Tan"), a_person("Tomasz Wren")
        own = a_partner(programme, mei)
        a_partner(programme, tomasz)
        holds_office(programme, a_person("Ada"), kind=Office.Kind.SPONSOR)
        an_enrolment(programme, partner=own)

        remind_managers(at=now)

        told = Notice.objects.filter(kind=Notice.Kind.NEEDED)
        assert {each.person for each in told} == {ingrid, mei}
