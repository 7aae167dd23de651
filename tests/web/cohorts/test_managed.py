"""An organisation asks people into a training cohort, and sees what they show."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.cohorts import operations
from askwell.web.cohorts.models import Place, TrainingCohort
from askwell.web.cohorts.queries import coverage_of, managed
from askwell.web.cohorts.refusals import NotDoneError, Reason
from askwell.web.feedback.models import Watch
from askwell.web.people.models import Notice
from factories import (
    NOON,
    a_cohort,
    a_person,
    a_programme,
    a_set,
    an_enrolment,
    signed_in,
)

pytestmark = pytest.mark.django_db
Part, State = Place.Part, Place.State


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def programme(ingrid):
    return a_programme(ingrid)


@pytest.fixture
def cohort(programme, ingrid):
    return operations.begin(
        programme,
        name="Asking first",
        context="across",
        starts_on=NOON.date(),
        ends_on=timezone.localdate() + timedelta(days=60),
        by=ingrid,
        at=NOON,
    )


def asked(cohort, person, *, by, part=Part.TRAINEE):
    return operations.invite(cohort, email=person.email, part=part, by=by, at=NOON)


def joined(cohort, person, *, by, part=Part.TRAINEE):
    place = asked(cohort, person, by=by, part=part)
    operations.say_yes(place, by=person, at=NOON)
    place.refresh_from_db()
    return place


def test_a_cohort_is_begun_and_changed(ingrid, programme):
    browser = signed_in(ingrid)
    form = {
        "name": "Mentors",
        "context": "networks",
        "starts_on": "2026-03-03",
        "ends_on": "2026-02-03",
        "cases": ["un_mentoring"],
    }
    begin = reverse("cohorts:begin", args=[programme.pk])

    refused = browser.post(begin, form)
    browser.post(begin, form | {"ends_on": "2026-09-03"})

    assert refused.status_code == 422
    assert b"Choose a day after the first one." in refused.content
    cohort = TrainingCohort.objects.get()
    assert (cohort.name, cohort.cases) == ("Mentors", ["un_mentoring"])


def test_nobody_is_in_it_without_their_yes(cohort, ingrid):
    femke = a_person("Femke Jansen")

    place = asked(cohort, femke, by=ingrid)

    assert place.state == State.ASKED
    (notice,) = Notice.objects.filter(person=femke)
    assert (notice.kind, notice.path) == (
        Notice.Kind.TRAINING,
        cohort.get_absolute_url(),
    )
    operations.say_yes(place, by=femke, at=NOON)
    place.refresh_from_db()
    assert place.state == State.JOINED


def test_nobody_else_says_yes_for_them(cohort, ingrid):
    place = asked(cohort, a_person(), by=ingrid)

    with pytest.raises(NotDoneError) as refused:
        operations.say_yes(place, by=ingrid, at=NOON)

    assert refused.value.reason is Reason.NOT_YOURS_TO_DO


def test_whether_an_address_has_an_account_is_not_to_be_seen(cohort, ingrid):
    page = reverse("cohorts:managed", args=[cohort.programme_id, cohort.pk])
    known, browser = a_person("Femke Jansen"), signed_in(ingrid)

    answers = [
        browser.post(page, {"email": email, "part": "trainee"}, follow=True)
        for email in (known.email, "nobody.yet@people.example")
    ]

    assert [each.status_code for each in answers] == [200, 200]
    assert b"Femke Jansen" not in answers[1].content
    assert b"nobody.yet@people.example" in answers[1].content


def test_whoever_is_new_says_yes_once_the_address_is_theirs(cohort, ingrid):
    place = operations.invite(
        cohort, email="New@People.example", part=Part.TRAINEE, by=ingrid, at=NOON
    )
    newcomer = a_person("Newcomer", email="new@people.example")

    signed_in(newcomer).post(
        reverse("cohorts:answer", args=[cohort.pk]), {"say": "yes"}
    )

    place.refresh_from_db()
    assert (place.person, place.state) == (newcomer, State.JOINED)


def test_more_people_are_asked_while_it_is_not_over(cohort, ingrid):
    page = reverse("cohorts:managed", args=[cohort.programme_id, cohort.pk])
    browser = signed_in(ingrid)
    going_on = browser.get(page).content

    operations.end(cohort, at=NOON)

    over = browser.get(page).content
    assert (b"Ask somebody" in going_on, b"Ask somebody" in over) == (True, False)
    assert (b"This cohort is over" in going_on, b"is over" in over) == (False, True)


def test_nobody_is_asked_twice_at_once(cohort, ingrid):
    femke = a_person("Femke Jansen")
    first = asked(cohort, femke, by=ingrid)

    with pytest.raises(NotDoneError) as refused:
        asked(cohort, femke, by=ingrid)
    operations.take_back(first)
    again = asked(cohort, femke, by=ingrid)

    assert refused.value.reason is Reason.ASKED_ALREADY
    assert again.is_asked


def test_a_level_is_seen_only_while_it_is_shown(cohort, ingrid):
    femke = a_person("Femke Jansen")
    place = joined(cohort, femke, by=ingrid)

    def seen():
        (row,) = managed(cohort, at=NOON).trainees
        return row.stage is not None

    assert not seen()
    operations.show(place, shows=True, by=femke)
    assert seen()
    operations.show(place, shows=False, by=femke)
    assert not seen()


def test_nothing_is_shown_once_the_cohort_is_over(cohort, ingrid):
    femke = a_person("Femke Jansen")
    place = joined(cohort, femke, by=ingrid)
    operations.show(place, shows=True, by=femke)

    operations.end(cohort, at=NOON)

    cohort.refresh_from_db()
    assert managed(cohort, at=NOON).trainees[0].stage is None


def test_a_trainee_asks_the_observer_they_were_given(cohort, ingrid):
    femke, priya = a_person("Femke Jansen"), a_person("Priya Shah")
    learning_set = a_set(femke, a_person(), facilitator=femke)
    trainee = joined(cohort, femke, by=ingrid)
    trainer = joined(cohort, priya, by=ingrid, part=Part.TRAINER)
    operations.pair(trainee, trainer, by=ingrid, at=NOON)

    signed_in(femke).post(
        reverse("cohorts:asking", args=[cohort.pk]),
        {"learning_set": str(learning_set.pk)},
    )

    watch = Watch.objects.get()
    assert (watch.person, watch.observer, watch.state) == (
        femke,
        priya,
        Watch.State.ASKED,
    )


def test_a_trainee_without_an_observer_is_told(cohort, ingrid):
    femke = a_person("Femke Jansen")
    place = joined(cohort, femke, by=ingrid)
    learning_set = a_set(femke, a_person(), facilitator=femke)

    with pytest.raises(NotDoneError) as refused:
        operations.ask_my_observer(place, learning_set, by=femke, at=NOON)

    assert refused.value.reason is Reason.NO_OBSERVER


def test_leaving_is_taken_back(cohort, ingrid):
    femke = a_person("Femke Jansen")
    place = joined(cohort, femke, by=ingrid)
    operations.show(place, shows=True, by=femke)
    answer = reverse("cohorts:answer", args=[cohort.pk])
    browser = signed_in(femke)

    browser.post(answer, {"say": "leave"})
    place.refresh_from_db()
    assert (place.state, place.shows_level) == (State.LEFT, False)
    browser.post(answer, {"say": "back"})

    place.refresh_from_db()
    assert (place.state, place.shows_level) == (State.JOINED, False)


def test_those_who_have_not_said_yes_are_not_named_to_others(cohort, ingrid):
    femke, kofi = a_person("Femke Jansen"), a_person("Kofi Mensah")
    joined(cohort, femke, by=ingrid)
    asked(cohort, kofi, by=ingrid)

    page = signed_in(femke).get(cohort.get_absolute_url())

    assert kofi.name.encode() not in page.content
    assert kofi.email.encode() not in page.content


def test_coverage_counts_sets_and_who_is_ready_by_their_own_say(programme):
    spring = a_cohort(programme)
    amara, ben = a_person("Amara Okafor"), a_person("Ben Hughes")
    an_enrolment(programme, amara, facilitates=True, capacity=2)
    with_one = a_set(amara, ben, facilitator=amara)
    without = a_set(ben, a_person())
    for each in (with_one, without):
        each.cohort = spring
        each.save()

    coverage = coverage_of(programme, at=timezone.now())

    assert (coverage.sets, coverage.facilitators) == (2, 1)
    assert (coverage.without, coverage.with_room) == (1, 1)


def test_the_page_of_all_cohorts_takes_as_many_queries_for_three(
    programme, cohort, ingrid, django_assert_max_num_queries
):
    page = reverse("cohorts:programme", args=[programme.pk])
    browser = signed_in(ingrid)
    with django_assert_max_num_queries(40) as one:
        browser.get(page)
    for name in ("Second", "Third"):
        operations.begin(
            programme,
            name=name,
            context="across",
            starts_on=NOON.date(),
            ends_on=NOON.date(),
            by=ingrid,
            at=NOON,
        )

    with django_assert_max_num_queries(40) as three:
        browser.get(page)

    assert len(three) == len(one)
