"""An organisation asks people into a training cohort, and sees what they show."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.cohorts import operations
from askwell.web.cohorts.models import Place, TrainingCohort
from askwell.web.cohorts.queries import coverage_of, managed
from askwell.web.cohorts.refusals import NotDoneError, Reason
from askwell.web.cohorts.tasks import forget_old_places
from askwell.web.feedback.models import Watch
from askwell.web.people.models import Notice
from askwell.web.running.models import WindUp
from factories import (
    NOON,
    a_cohort,
    a_partner,
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


def test_coverage_leaves_out_ended_sets_and_who_has_not_said_yes(programme):
    spring, gone = a_cohort(programme), a_person("Gone")
    an_enrolment(programme, a_person("Ready"), facilitates=True, status="invited")
    an_enrolment(programme, gone, facilitates=True)
    gone.is_active = False
    gone.save()
    over, turning = a_set(a_person()), a_set(a_person())
    over.ended_at, turning.facilitated_by = NOON, "turns"
    for each in (over, turning):
        each.cohort = spring
        each.save()

    coverage = coverage_of(programme, at=timezone.now())

    assert (coverage.sets, coverage.turning, coverage.without) == (1, 1, 0)
    assert (coverage.facilitators, coverage.unanswered) == (0, 1)


def test_a_partners_manager_sees_their_own_people_alone(programme, cohort, ingrid):
    pavel, own, other = a_person("Pavel"), a_person("Own One"), a_person("Other One")
    partner, elsewhere = a_partner(programme, pavel), a_partner(programme)
    an_enrolment(programme, own, partner=partner, facilitates=True)
    an_enrolment(programme, other, partner=elsewhere, facilitates=True)
    for each in (own, other):
        joined(cohort, each, by=ingrid)
    browser = signed_in(pavel)

    page = browser.get(reverse("cohorts:programme", args=[programme.pk]))
    whole = browser.get(reverse("cohorts:managed", args=[programme.pk, cohort.pk]))

    assert ("Own One" in page.text, "Other One" in page.text) == (True, False)
    assert "You have one facilitator" in page.text
    assert whole.status_code == 404


def test_a_no_is_not_asked_again_but_can_be_taken_back(cohort, ingrid):
    femke = a_person("Femke Jansen")
    place = asked(cohort, femke, by=ingrid)
    operations.say_no(place, by=femke, at=NOON)

    with pytest.raises(NotDoneError) as refused:
        asked(cohort, femke, by=ingrid)
    operations.come_back(place, by=femke, at=NOON)

    place.refresh_from_db()
    assert (refused.value.reason, place.state) == (Reason.SAID_NO, State.ASKED)


def test_nobody_is_asked_without_end(cohort, ingrid):
    femke = a_person("Femke Jansen")
    for _time in range(operations.OFTEN_ENOUGH):
        operations.take_back(asked(cohort, femke, by=ingrid))

    with pytest.raises(NotDoneError) as refused:
        asked(cohort, femke, by=ingrid)

    assert refused.value.reason is Reason.ASKED_ENOUGH


def test_a_yes_sent_twice_is_one_yes(cohort, ingrid):
    femke = a_person("Femke Jansen")
    place = joined(cohort, femke, by=ingrid)

    operations.say_yes(place, by=femke, at=NOON)

    place.refresh_from_db()
    assert place.state == State.JOINED


def test_a_beginning_sent_twice_is_one_cohort(programme, ingrid):
    form = {
        "name": "Mentors",
        "context": "networks",
        "starts_on": "2026-03-03",
        "ends_on": "2026-09-03",
    }
    browser, begin = signed_in(ingrid), reverse("cohorts:begin", args=[programme.pk])

    for _time in range(2):
        browser.post(begin, form)

    assert TrainingCohort.objects.count() == 1


def test_an_observer_who_has_left_meanwhile_is_not_taken_for_nobody(cohort, ingrid):
    trainee = joined(cohort, a_person("Femke Jansen"), by=ingrid)
    trainer = joined(cohort, a_person("Priya Shah"), by=ingrid, part=Part.TRAINER)
    operations.pair(trainee, trainer, by=ingrid, at=NOON)
    path = reverse("cohorts:pairing", args=[cohort.programme_id, cohort.pk, trainee.pk])

    answer = signed_in(ingrid).post(path, {"observer": "somebody"}, follow=True)

    trainee.refresh_from_db()
    assert "This has changed since." in answer.text
    assert trainee.observer == trainer


def test_names_and_addresses_go_with_the_programmes_list(cohort, ingrid):
    asked(cohort, a_person("Femke Jansen"), by=ingrid)
    kept = forget_old_places(at=NOON)
    WindUp.objects.create(
        programme=cohort.programme, ended_by=ingrid, clears_at=NOON, cleared_at=NOON
    )

    assert (kept, forget_old_places(at=NOON)) == (0, 1)


def test_what_is_next_is_told_in_plain_words(cohort, ingrid):
    femke = a_person("Femke Jansen")
    operations.show(joined(cohort, femke, by=ingrid), shows=True, by=femke)
    path = reverse("cohorts:managed", args=[cohort.programme_id, cohort.pk])

    page = signed_in(ingrid).get(path).text

    assert "Next, they read the next short lesson." in page


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
