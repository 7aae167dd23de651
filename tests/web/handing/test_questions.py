"""Two questions without names: what is kept of them, and what the set is told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.facilitation.readiness import BroughtBack
from askwell.web.handing import tasks
from askwell.web.handing.models import Asked, Asking, Count
from askwell.web.handing.operations.asking import answer, ask
from askwell.web.handing.refusals import NotDoneError, Reason
from askwell.web.people.models import Notice
from factories import a_set, signed_in
from web.handing.sets import people
from web.measuring.meetings import a_closed_meeting

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def members():
    return people()[:4]


@pytest.fixture
def learning_set(members):
    return a_set(*members)


def all_answer(learning_set, members, *safe, back=BroughtBack.ONE_OF_US):
    ask(learning_set, by=members[0], at=NOW)
    for person, each in zip(members, safe, strict=False):
        answer(learning_set, safe=each, brought_back=back, by=person, at=NOW)


@pytest.mark.parametrize(
    ("safe", "says"), [((5, 5, 5, 6), True), ((7, 7, 7, 2), False)]
)
def test_once_all_have_answered_only_met_or_not_met_stays(
    learning_set, members, safe, says
):
    all_answer(learning_set, members, *safe)

    asking = Asking.objects.get()
    assert (asking.feels_safe, asking.bring_back) == (says, True)
    assert not Asked.objects.exists()
    assert not Count.objects.exists()


def test_until_then_nothing_is_told_and_nobody_answers_twice(learning_set, members):
    all_answer(learning_set, members, 5, 5, 5)

    with pytest.raises(NotDoneError) as refused:
        answer(
            learning_set,
            safe=1,
            brought_back=BroughtBack.NOBODY,
            by=members[0],
            at=NOW,
        )

    assert refused.value.reason is Reason.ANSWERED
    assert Asking.objects.get().feels_safe is None


def test_three_are_too_few_to_be_asked(members):
    learning_set = a_set(*members[:3])

    answer = signed_in(members[0]).post(
        reverse("handing:asking", args=[learning_set.pk]), follow=True
    )

    assert not Asking.objects.exists()
    assert "It takes four members at least" in answer.text


def test_after_two_weeks_all_of_it_is_deleted_and_nothing_is_told(
    learning_set, members
):
    all_answer(learning_set, members, 1, 1, 1)

    assert tasks.close_questions(at=NOW + timedelta(days=15)) == 1

    asking = Asking.objects.get()
    assert (asking.closed_at is not None, asking.feels_safe) == (True, None)
    assert not Count.objects.exists()


def test_whoever_left_is_waited_for_no_longer_but_three_answers_tell_nothing(
    learning_set, members
):
    all_answer(learning_set, members, 7, 7, 7)
    learning_set.memberships.filter(person=members[3]).update(left_at=NOW)

    tasks.close_questions(at=NOW)

    assert Asking.objects.get().feels_safe is None


def test_a_member_is_told_answers_on_the_page_and_waits_for_the_others(
    learning_set, members
):
    browser = signed_in(members[1])
    address = reverse("handing:questions", args=[learning_set.pk])
    ask(learning_set, by=members[0], at=NOW)

    empty = browser.post(address, {"safe": "5"})
    browser.post(address, {"safe": "5", "brought_back": "us"})
    after = browser.get(address)

    told = Notice.objects.filter(kind=Notice.Kind.HEALTH)
    assert empty.status_code == 422
    assert "Choose one of the four." in empty.text
    assert {each.person for each in told} == set(members[1:])
    assert "The others are being waited for" in after.text


def test_a_set_that_has_ended_is_asked_nothing_more(learning_set, members):
    learning_set.ended_at = NOW
    learning_set.save()

    answer = signed_in(members[0]).post(
        reverse("handing:asking", args=[learning_set.pk]), follow=True
    )

    assert "ended" in answer.text
    assert not Asking.objects.exists()


def test_once_all_have_answered_they_are_asked_again_after_the_next_meeting(
    learning_set, members
):
    """Two results close together would tell what a newcomer said."""
    all_answer(learning_set, members, 6, 6, 6, 6)

    with pytest.raises(NotDoneError) as refused:
        ask(learning_set, by=members[1], at=NOW + timedelta(days=3))
    a_closed_meeting(learning_set, members, at=NOW + timedelta(days=4))
    again = ask(learning_set, by=members[1], at=NOW + timedelta(days=5))

    assert refused.value.reason is Reason.TOO_SOON
    assert again.closed_at is None


def test_what_has_been_open_too_long_stands_in_nobodys_way(learning_set, members):
    first = ask(learning_set, by=members[0], at=NOW)

    second = ask(learning_set, by=members[1], at=NOW + timedelta(days=15))

    first.refresh_from_db()
    assert (first.closed_at is None, second.closed_at is None) == (False, True)
