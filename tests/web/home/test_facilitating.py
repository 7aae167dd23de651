"""What comes next for whoever facilitates, or learns to: calm, and after meetings."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.facilitation.lessons import LESSONS
from askwell.process.choices import SlotEnd
from askwell.process.events import Arrived, SlotBegan, SlotEnded
from askwell.web.cohorts import operations as cohorts
from askwell.web.cohorts.models import Place
from askwell.web.feedback.models import Review
from askwell.web.home.steps import next_step
from askwell.web.home.steps.facilitating import how_it_went, to_learn
from askwell.web.home.steps.step import Seeker
from askwell.web.meetings.models import Meeting
from askwell.web.training import operations as training
from factories import NOON, a_person, a_programme, a_set, signed_in
from web.feedback.held import a_held

pytestmark = pytest.mark.django_db


@pytest.fixture
def delroy():
    return a_person("Delroy")


@pytest.fixture
def led(delroy):
    """A meeting that he facilitated yesterday, in a set that meets again."""
    others = [a_person(name) for name in ("Jonas", "Mei", "Rashid")]
    learning_set = a_set(delroy, *others, agreed=True, facilitator=delroy)
    now, me = timezone.now(), str(delroy.pk)
    slot = {"number": 0, "at": now, "person": me, "slot": 1}
    began = SlotBegan(**slot, presenter=str(others[0].pk), facilitator=me)
    came = Arrived(number=0, at=now, person=me)
    held = a_held(learning_set, [came, began, SlotEnded(**slot, how=SlotEnd.COMPLETED)])
    held.closed_at = now - timedelta(days=1)
    held.save()
    a_meeting(learning_set, days=20)
    return held


def a_meeting(learning_set, *, days):
    return Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=150,
        starts_at=timezone.now() + timedelta(days=days),
    )


def label(person) -> str:
    step = next_step(Seeker(person, timezone.now()))
    return step.label if step else ""


def finish(person, number):
    for each in LESSONS[:number]:
        training.finish(each, by=person, at=timezone.now())


def a_place(person):
    programme = a_programme()
    cohort = cohorts.begin(
        programme,
        name="Asking first",
        context="across",
        starts_on=NOON.date(),
        ends_on=timezone.localdate() + timedelta(days=60),
        by=a_person(),
        at=timezone.now(),
    )
    return cohorts.invite(
        cohort,
        email=person.email,
        part=Place.Part.TRAINEE,
        by=a_person(),
        at=timezone.now(),
    )


def test_whoever_facilitated_is_asked_how_it_went_until_they_say(delroy, led):
    assert label(delroy) == "Look back on it"

    Review.objects.create(meeting=led, person=delroy, words="{}")

    assert label(delroy) == "See the meeting"


def test_or_until_they_let_it_go(delroy, led):
    browser = signed_in(delroy)

    asked = browser.get("/").text
    browser.post(reverse("home:let_go", args=[led.pk]))
    browser.post(reverse("home:let_go", args=[led.pk]))

    assert "Let it go" in asked
    assert label(delroy) == "See the meeting"


def test_or_until_a_week_has_passed(delroy, led):
    step = next_step(Seeker(delroy, timezone.now() + timedelta(days=7)))

    assert step.label == "See the meeting"


def test_members_are_not_asked_how_it_went(led):
    member = led.learning_set.memberships.get(person__name="Mei").person

    assert label(member) == "See the meeting"


def test_a_meeting_at_the_door_comes_before_looking_back(delroy, led):
    a_meeting(led.learning_set, days=0)

    assert label(delroy) == "See the meeting"


def test_half_way_along_the_next_lesson_comes_next(delroy):
    assert label(delroy) != "Read the next lesson"

    finish(delroy, 3)

    assert label(delroy) == "Read the next lesson"


def test_training_never_outranks_a_meeting_and_stays_within_reach(delroy, led):
    finish(delroy, 3)
    signed_in(delroy).post(reverse("home:let_go", args=[led.pk]))

    page = signed_in(delroy).get("/").text

    assert label(delroy) == "See the meeting"
    assert f'<a href="{reverse("training:lesson", args=[LESSONS[3].name])}">' in page


def test_somebody_asked_into_a_cohort_answers_then_learns_and_practises(delroy):
    place = a_place(delroy)
    asked = label(delroy)
    cohorts.say_yes(place, by=delroy, at=timezone.now())
    joined = label(delroy)
    finish(delroy, len(LESSONS))

    assert [asked, joined, label(delroy)] == [
        "Read, and answer",
        "Read the next lesson",
        "Practise with made-up members",
    ]


def test_whoever_stopped_long_ago_is_left_in_peace(delroy):
    finish(delroy, 3)

    step = next_step(Seeker(delroy, timezone.now() + timedelta(days=61)))

    assert step.label != "Read the next lesson"


def test_the_steps_cost_the_same_for_many_meetings_led(
    delroy, led, django_assert_num_queries
):
    seeker = Seeker(delroy, timezone.now())
    finish(delroy, 1)
    with django_assert_num_queries(6):
        how_it_went(seeker), to_learn(seeker)
    for days in (2, 3):
        again = a_held(led.learning_set, [])
        again.closed_at = timezone.now() - timedelta(days=days)
        again.save()

    with django_assert_num_queries(6):
        how_it_went(seeker), to_learn(seeker)
