"""What a meeting and its set tell one another about people."""

from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.process.events import Admitted, ContractAgreed, Removed
from askwell.process.people import Belonging
from askwell.process.state import EMPTY
from askwell.web.meetings import operations
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.projection import project
from askwell.web.people.models import Notice
from askwell.web.programmes import queries, rules
from factories import NOON, a_person, a_set, is_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


def a_meeting(learning_set, **how):
    return operations.schedule(learning_set, starts_at=NOON, booked_minutes=90, **how)


def told(learning_set, *events):
    project(a_meeting(learning_set).pk, learning_set.pk, events, EMPTY)


def test_the_others_are_told_of_a_meeting(amara, jonas):
    meeting = a_meeting(a_set(amara, jonas), by=amara)

    [notice] = Notice.objects.filter(kind="convened")
    assert (notice.person, notice.path) == (jonas, f"/meetings/{meeting.pk}/")


def test_who_agrees_in_the_meeting_has_agreed_in_the_set(amara):
    learning_set = a_set(amara)

    told(
        learning_set, ContractAgreed(number=2, at=NOON, person=str(amara.pk), version=1)
    )

    assert queries.is_agreed(learning_set)


def test_who_is_let_in_to_the_meeting_is_in_the_set(amara, jonas):
    learning_set = a_set(amara, waiting=[jonas])

    told(
        learning_set,
        Admitted(
            number=2,
            at=NOON,
            person=str(jonas.pk),
            by=str(amara.pk),
            belonging=Belonging.MEMBER,
        ),
    )

    assert rules.can_read_set(jonas, learning_set)


def test_who_is_shown_out_of_the_meeting_is_out_of_the_set(amara, jonas):
    learning_set = a_set(amara, jonas)

    told(
        learning_set,
        Removed(number=2, at=NOON, person=str(jonas.pk), by=str(amara.pk)),
    )

    assert not rules.can_attend(jonas, learning_set)


def test_a_guest_of_the_last_meeting_is_not_in_the_next(amara, jonas):
    learning_set = a_set(amara)
    now = timezone.now()
    earlier = a_meeting(learning_set)
    Meeting.objects.filter(pk=earlier.pk).update(
        opened_at=now - timedelta(hours=2), closed_at=now - timedelta(hours=1)
    )
    is_in(learning_set, jonas, is_guest=True, joined_at=now - timedelta(hours=3))
    mei = a_person("Mei-Ling Tan")
    is_in(learning_set, mei, is_guest=True, joined_at=now)

    operations.convene(a_meeting(learning_set))

    assert not rules.can_attend(jonas, learning_set)
    assert rules.can_attend(mei, learning_set)
