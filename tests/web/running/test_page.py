"""A programme's page: what needs somebody now, and how it is all going, as counts."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from askwell.web.calendar.models import Lapse
from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import Belonging, LearningSet, Office
from askwell.web.running.queries.needs import states_of
from askwell.web.running.queries.page import partner_page, whole_page
from askwell.web.running.queries.people import loads_of
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
from web.running.running_programmes import a_date, a_set_of, held

pytestmark = pytest.mark.django_db

Status = Enrolment.Status
NOT_YET = timedelta(days=1)


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def programme(ingrid):
    made = a_programme(ingrid)
    a_cohort(made)
    return made


def waiting_in(programme):
    state = states_of([programme], at=timezone.now())[programme.pk]
    return [(each.kind, each.count) for each in state.needs]


def now_of(programme):
    stages = whole_page(programme, at=timezone.now()).launch
    return [each.title for each in stages if each.state == "now"]


class TestTheLaunch:
    def test_begins_with_people(self, programme):
        assert now_of(programme) == ["People on the list"]

    def test_on_neutral_ground_begins_with_organisations(self, programme):
        programme.home = None
        programme.save()
        programme.partners.all().delete()

        assert now_of(programme) == ["Organisations that take part"]

    def test_goes_on_with_who_facilitates_and_with_asking(self, programme):
        an_enrolment(programme)
        assert now_of(programme) == ["Who can facilitate"]

        an_enrolment(programme, facilitates=True)
        assert now_of(programme) == ["All asked"]

    def test_waits_for_replies_and_then_for_sets(self, programme):
        one = an_enrolment(programme, facilitates=True, status=Status.INVITED)
        assert now_of(programme) == ["Replies"]

        Enrolment.objects.filter(pk=one.pk).update(status=Status.JOINED)
        assert now_of(programme) == ["Sets put together"]

    def test_ends_with_dates(self, programme):
        learning_set = a_set_of(programme)
        assert now_of(programme) == ["Dates for every set"]

        a_date(learning_set)
        page = whole_page(programme, at=timezone.now())
        assert not page.is_launching
        assert page.step is None

    def test_the_page_offers_one_next_step(self, ingrid, programme):
        page = signed_in(ingrid).get(programme.get_absolute_url()).text

        assert page.count("button primary") == 1
        assert "On the way to the first meetings" in page


class TestWhatNeedsSomebody:
    def test_nothing_where_all_have_sets_dates_and_facilitators(self, programme):
        a_date(a_set_of(programme))

        assert waiting_in(programme) == []

    def test_a_set_without_date_or_facilitator(self, programme):
        learning_set = a_set_of(programme)
        learning_set.memberships.update(is_facilitator=False)

        assert waiting_in(programme) == [("no_facilitator", 1), ("no_date", 1)]

    def test_who_is_asked_to_facilitate_and_has_not_answered_will_do(self, programme):
        learning_set = a_set_of(programme)
        a_date(learning_set)
        learning_set.memberships.update(is_facilitator=False)
        sets.invite(
            learning_set, email="f@people.example", by=learning_set.created_by, at=NOON
        )
        learning_set.invitations.update(
            belonging=Belonging.FACILITATOR, expires_at=timezone.now() + NOT_YET
        )

        assert waiting_in(programme) == []

    def test_a_set_that_takes_turns_needs_no_facilitator(self, programme):
        learning_set = a_set_of(programme)
        a_date(learning_set)
        learning_set.memberships.update(is_facilitator=False)
        LearningSet.objects.update(facilitated_by="turns")

        assert waiting_in(programme) == []

    def test_a_set_that_stopped_meeting_is_said_once(self, programme):
        learning_set = a_set_of(programme)
        Lapse.objects.create(learning_set=learning_set, since=NOON)

        assert waiting_in(programme) == [("lapsed", 1)]

    def test_a_set_that_has_ended_needs_nothing(self, programme):
        learning_set = a_set_of(programme)
        LearningSet.objects.filter(pk=learning_set.pk).update(ended_at=NOON)

        assert ("no_date", 1) not in waiting_in(programme)

    def test_people_without_a_set_unasked_and_unanswered(self, programme):
        a_date(a_set_of(programme))
        an_enrolment(programme, a_person("Late Joiner"))
        an_enrolment(programme)
        an_enrolment(programme, status=Status.INVITED)
        an_enrolment(programme, status=Status.DECLINED)

        assert waiting_in(programme) == [
            ("late", 1),
            ("unasked", 1),
            ("unanswered", 1),
        ]

    def test_a_cohort_waits_for_its_sets_once_most_have_answered(self, programme):
        a_date(a_set_of(programme))
        autumn = a_cohort(programme, "Autumn")
        for number in range(5):
            an_enrolment(programme, a_person(f"Wren {number}"), cohort=autumn)
        an_enrolment(programme, cohort=autumn, status=Status.INVITED)

        assert waiting_in(programme) == [("to_compose", 5), ("unanswered", 1)]

        an_enrolment(programme, cohort=autumn, status=Status.INVITED)
        assert waiting_in(programme) == [("unanswered", 2)]

    def test_who_was_put_into_a_set_and_has_yet_to_answer_is_not_without(
        self, programme
    ):
        learning_set = a_set_of(programme)
        a_date(learning_set)
        late = a_person("Late Joiner")
        an_enrolment(programme, late)
        sets.invite(
            learning_set,
            email=late.email,
            by=learning_set.created_by,
            at=timezone.now(),
        )
        learning_set.invitations.update(expires_at=timezone.now() + NOT_YET)

        assert waiting_in(programme) == []


class TestSets:
    def test_the_page_says_how_they_are_doing_and_no_word_of_them(
        self, ingrid, programme
    ):
        amara, jonas = a_person("Amara Okafor"), a_person("Jonas Lindqvist")
        learning_set = a_set_of(
            programme, amara, jonas, name="Herons", words="A secret agreement."
        )
        held(learning_set, amara)
        a_date(learning_set)

        page = signed_in(ingrid).get(programme.get_absolute_url()).text

        assert "Herons" in page
        assert "facilitated by Amara Okafor" in page
        assert "1 of 6 meetings held, one planned" in page
        assert "secret" not in page
        assert learning_set.get_absolute_url() not in page

    def test_those_of_one_kind_are_shown_alone(self, ingrid, programme):
        a_date(a_set_of(programme, name="Herons"))
        a_set_of(programme, name="Kestrels")
        address = reverse("running:sets", args=[programme.pk])

        every = signed_in(ingrid).get(address).text
        undated = signed_in(ingrid).get(f"{address}?show=no_date").text

        assert "Herons" in every
        assert "Kestrels" in every
        assert "Herons" not in undated
        assert "Kestrels" in undated


def test_a_facilitators_load_counts_their_sets_against_their_capacity(programme):
    amara, spare = a_person("Amara Okafor"), a_person("Spare Wren")
    an_enrolment(programme, amara, facilitates=True, capacity=1)
    an_enrolment(programme, spare, facilitates=True, capacity=3)
    for _ in range(2):
        a_set_of(programme, amara, a_person("Jonas"))

    loads = loads_of(programme, at=timezone.now())

    assert [(one.name, one.sets, one.capacity) for one in loads] == [
        ("Amara Okafor", 2, 1),
        ("Spare Wren", 0, 3),
    ]
    assert loads[0].is_over


class TestOnePartner:
    def test_sees_only_the_counts_of_its_own_people(self, programme):
        mei = a_person("Mei Tan")
        own = a_partner(programme, mei)
        theirs, ours = a_person("Amara Okafor"), a_person("Jonas Lindqvist")
        an_enrolment(programme, ours, partner=own)
        an_enrolment(programme, partner=own)
        an_enrolment(programme, name="Foreign Wren")
        a_set_of(programme, theirs, ours, name="Herons")

        page = partner_page(programme, mei, at=timezone.now())
        words = signed_in(mei).get(programme.get_absolute_url()).text

        assert (page.numbers.joined, page.numbers.listed) == (1, 1)
        assert [(one.health.learning_set.name, one.own) for one in page.sets] == [
            ("Herons", 1)
        ]
        assert "Amara" not in words
        assert "Foreign" not in words

    def test_sees_no_set_that_none_of_its_people_are_in(self, programme):
        mei = a_person("Mei Tan")
        a_partner(programme, mei)
        a_set_of(programme, name="Herons")

        words = signed_in(mei).get(programme.get_absolute_url()).text

        assert "Herons" not in words

    def test_opens_none_of_the_whole_programmes_pages(self, programme):
        mei = a_person("Mei Tan")
        a_partner(programme, mei)

        for name in ("sets", "offices", "dates", "contract", "end"):
            address = reverse(f"running:{name}", args=[programme.pk])
            assert signed_in(mei).get(address).status_code == 404


def test_the_sponsor_is_led_to_the_figures(programme):
    ada = a_person("Ada Moss")
    holds_office(programme, ada, kind=Office.Kind.SPONSOR)

    answer = signed_in(ada).get(programme.get_absolute_url())

    assert answer.url == reverse("dashboards:insight", args=[programme.pk])


def queries_with(programme, manager, number):
    for n in range(number):
        a_set_of(programme, name=f"Set {n}")
        an_enrolment(programme, a_person("Late Joiner"), facilitates=True)
        holds_office(programme, a_person("Ada"), kind=Office.Kind.SPONSOR)
    browser = signed_in(manager)
    counts = []
    for name in ("programme", "sets", "facilitators", "offices", "cohorts"):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(reverse(f"running:{name}", args=[programme.pk]))
        counts.append(len(asked))
    return counts


def test_pages_cost_the_same_with_one_and_with_three(ingrid, programme):
    one = queries_with(programme, ingrid, 1)

    assert queries_with(programme, ingrid, 2) == one


def test_the_list_of_programmes_costs_the_same_with_one_and_with_three(ingrid):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            signed_in(ingrid).get(reverse("running:programmes"))
        return len(queries)

    a_programme(ingrid)
    one = asked()
    for _ in range(2):
        a_programme(ingrid)

    assert asked() == one
