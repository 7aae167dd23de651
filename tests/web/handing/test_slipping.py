"""What happens by itself once something slipped twice, and what only a vote does."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.handing import tasks
from askwell.web.handing.models import Look
from askwell.web.people.models import Notice
from askwell.web.programmes import queries
from askwell.web.programmes.models import Vote
from factories import a_person, signed_in
from web.handing.sets import a_bad_meeting, a_set_in_turns, people
from web.measuring.meetings import a_closed_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def members():
    return people()


@pytest.fixture
def helped(members):
    """A facilitator is on call."""
    return a_set_in_turns(members, facilitator=a_person("Jonas Lindqvist"))


def meets_badly(learning_set, members, *days):
    for each in days:
        at = timezone.now() - timedelta(days=each)
        a_bad_meeting(learning_set, members, at=at)
    return tasks.look_at_meetings(at=timezone.now())


def page_of(learning_set, person):
    return signed_in(person).get(reverse("handing:set", args=[learning_set.pk])).text


def test_one_bad_meeting_changes_nothing(helped, members):
    assert meets_badly(helped, members, 3) == 0

    helped.refresh_from_db()
    assert (helped.dial, queries.open_vote(helped)) == ("on_call", None)


def test_twice_in_a_row_the_facilitator_comes_a_step_nearer_and_all_are_told(
    helped, members
):
    assert meets_badly(helped, members, 9, 3) == 1

    helped.refresh_from_db()
    told = Notice.objects.filter(kind=Notice.Kind.PART)
    assert (helped.dial, told.count()) == ("observes", 6)
    assert "Something slipped in two meetings in a row" in page_of(helped, members[0])


def test_it_is_looked_at_once(helped, members):
    meets_badly(helped, members, 9, 3)

    assert tasks.look_at_meetings(at=timezone.now()) == 0
    assert Look.objects.exclude(slipped=[]).count() == 1


def test_one_member_alone_says_that_they_go_on_as_before(helped, members):
    meets_badly(helped, members, 9, 3)
    browser = signed_in(members[2])

    asked = page_of(helped, members[2])
    browser.post(reverse("handing:going_on", args=[helped.pk]))
    again = browser.post(reverse("handing:going_on", args=[helped.pk]), follow=True)

    helped.refresh_from_db()
    assert "We go on as before" in asked
    assert helped.dial == "on_call"
    assert "Nothing was done." in again.text


def test_with_nobody_to_come_nearer_the_set_is_asked_and_decides(members):
    learning_set = a_set_in_turns(members)

    meets_badly(learning_set, members, 9, 3)

    learning_set.refresh_from_db()
    vote = queries.open_vote(learning_set)
    assert (vote.kind, vote.opened_by) == (Vote.Kind.FACILITATOR, None)
    assert (learning_set.facilitated_by, learning_set.dial) == ("turns", "none")


def test_after_a_slip_it_takes_two_new_meetings(helped, members):
    meets_badly(helped, members, 9, 6)

    assert meets_badly(helped, members, 3) == 0
    assert meets_badly(helped, members, 1) == 1
    assert queries.open_vote(helped).kind == Vote.Kind.FACILITATOR


def test_a_set_that_is_led_is_not_looked_at(helped, members):
    helped.facilitated_by = "facilitator"
    helped.save()

    assert meets_badly(helped, members, 9, 3) == 0
    assert not Look.objects.exists()


def test_a_meeting_in_which_advice_is_welcome_hides_no_slip(helped, members):
    """INV-27: it is left out, and what lies before it is looked at instead."""
    meets_badly(helped, members, 9)
    a_closed_meeting(
        helped,
        members,
        at=timezone.now() - timedelta(days=6),
        lived=lambda room, ids: room.present(ids[0], by=ids[1]),
        format="mastermind",
    )

    assert meets_badly(helped, members, 3) == 1
