"""What comes next, among all that could: found for a person, or within one set."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from askwell.web.home.steps import next_step
from askwell.web.home.steps.step import Seeker
from askwell.web.meetings.models import Meeting
from askwell.web.planning import operations as planning
from askwell.web.planning.models import Booking, Swap
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import LearningSet, Vote
from askwell.web.renewal.models import HealthCheck, Renewal
from askwell.web.start import operations as start
from askwell.web.surveys.models import Asked, Round
from factories import a_person, a_programme, a_set, everyone_agrees, is_in

pytestmark = pytest.mark.django_db

NAMES = ("Jonas", "Mei", "Rashid")


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def herons(amara):
    """A set in which nothing waits for Amara but its next meeting."""
    others = [a_person(name) for name in NAMES]
    learning_set = a_set(amara, *others, agreed=True, name="Herons")
    a_meeting(learning_set, days=20)
    return learning_set


def a_meeting(learning_set, *, days):
    return Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=150,
        starts_at=timezone.now() + timedelta(days=days),
    )


def heading(person, learning_set=None) -> str:
    step = next_step(Seeker(person, timezone.now(), learning_set))
    return step.heading if step else ""


def label(person) -> str:
    step = next_step(Seeker(person, timezone.now()))
    return step.label if step else ""


def test_the_meeting_is_next_where_nothing_else_waits(amara, herons):
    assert label(amara) == "See the meeting"


def test_a_set_that_is_being_begun_is_gone_on_with(amara, herons):
    start.begin(
        set_id=uuid4(),
        name="Otters",
        meant_for=LearningSet.For.PEERS,
        purpose="",
        by=amara,
        at=timezone.now(),
    )

    assert heading(amara) == "Go on beginning Otters"


def test_somebody_at_the_door_waits_for_each_members_yes(amara, herons):
    newcomer = is_in(herons, a_person("Bashir"), joined_at=None)

    assert heading(amara) == "Bashir asks to join"

    other = is_in(herons, a_person("Carys"), joined_at=None)
    assert heading(amara) == "2 people ask to come in"

    for each in (newcomer, other):
        sets.admit(each, by=amara, at=timezone.now())

    assert label(amara) == "See the meeting"


def test_a_poll_waits_for_ones_answer(amara, herons):
    now = timezone.now()
    poll = planning.ask_for_dates(
        herons,
        dates=[now + timedelta(days=30)],
        minutes=90,
        by=herons.memberships.get(person__name="Mei").person,
        at=now,
    )

    assert heading(amara) == "Say which dates suit you"

    planning.voice_of(poll, amara, at=now)

    assert label(amara) == "See the meeting"


def test_a_swap_waits_for_whoever_is_asked(amara, herons):
    jonas = herons.memberships.get(person__name="Jonas").person
    mine = Booking.objects.create(meeting=a_meeting(herons, days=60), person=jonas)
    hers = Booking.objects.create(meeting=herons.meetings.first(), person=amara)

    Swap.objects.create(mine=mine, theirs=hers)

    assert heading(amara) == "Jonas would like to swap turns"
    assert heading(jonas) != "Jonas would like to swap turns"


def test_a_vote_waits_for_ones_voice(amara, herons):
    vote = Vote.objects.create(learning_set=herons, kind=Vote.Kind.TURNS)

    assert heading(amara) == "The set votes: shall we take turns facilitating?"

    vote.voices.create(person=amara, says_yes=True)

    assert label(amara) == "See the meeting"


def test_a_look_at_the_set_waits_for_ones_answer(amara, herons):
    look = HealthCheck.objects.create(learning_set=herons, after_meetings=4)

    assert heading(amara) == "How is the set doing?"

    look.answered.create(person=amara)

    assert label(amara) == "See the meeting"


def test_going_on_waits_for_ones_word(amara, herons):
    renewal = Renewal.objects.create(learning_set=herons)

    assert heading(amara) == "Does the set go on?"

    renewal.preferences.create(person=amara, choice="go_on")

    assert label(amara) == "See the meeting"


def test_a_round_of_questions_waits_until_it_is_answered(amara, herons):
    round_ = Round.objects.create(programme=a_programme(), begun_at=timezone.now())
    asked = Asked.objects.create(round=round_, person=amara, learning_set=herons)

    assert heading(amara) == "A few questions for you"
    assert heading(amara, herons) != "A few questions for you"

    asked.has_answered = True
    asked.save()

    assert label(amara) == "See the meeting"


def test_whoever_presents_soon_prepares(amara, herons):
    meeting = a_meeting(herons, days=3)

    Booking.objects.create(meeting=meeting, person=amara)

    assert label(amara) == "Prepare"


def test_a_turn_weeks_away_needs_no_preparing_yet(amara, herons):
    Booking.objects.create(meeting=herons.meetings.first(), person=amara)

    assert label(amara) == "See the meeting"


def test_a_set_that_has_ended_asks_for_nothing(amara, herons):
    Vote.objects.create(learning_set=herons, kind=Vote.Kind.TURNS)

    herons.ended_at = timezone.now()
    herons.save()

    assert heading(amara) == ""


def test_a_sets_own_page_leads_into_the_room_when_it_is_time(amara, herons):
    herons.memberships.filter(person=amara).update(is_facilitator=True)
    assert heading(amara, herons) == ""

    Meeting.objects.update(starts_at=timezone.now() + timedelta(minutes=20))

    step = next_step(Seeker(amara, timezone.now(), herons))
    assert step.label == "See the meeting"


def test_a_set_whose_facilitator_has_gone_chooses_anew(amara, herons):
    assert heading(amara, herons) == "Nobody facilitates just now"

    herons.facilitated_by = LearningSet.FacilitatedBy.TURNS
    herons.save()

    assert heading(amara, herons) == ""


def test_a_guest_is_asked_for_no_vote(herons):
    guest = a_person("Ifeoma")
    is_in(herons, guest, belonging="guest")
    Vote.objects.create(learning_set=herons, kind=Vote.Kind.TURNS)

    assert "votes" not in heading(guest)


def test_within_one_set_only_that_set_is_looked_at(amara, herons):
    otters = a_set(amara, a_person("Bashir"), name="Otters")

    assert heading(amara) == "Read what Otters agrees"
    assert heading(amara, herons) != "Read what Otters agrees"

    everyone_agrees(otters)

    assert heading(amara, otters) == "Invite people to Otters"
