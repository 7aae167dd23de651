"""Turns to facilitate when something changes: swaps, dates, and a late beginning."""

from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.web.handing import tasks
from askwell.web.handing.models import Duty, Exchange
from askwell.web.handing.operations.exchanging import answer_swap, ask_to_swap
from askwell.web.handing.operations.rota import keep_rota
from askwell.web.handing.refusals import NotDoneError, Reason
from askwell.web.meetings import history
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.operations import convening
from web.handing.sets import a_set_in_turns, ahead, people

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def learning_set():
    return a_set_in_turns(people())


def asked(learning_set):
    """Whoever is first asks whoever is second."""
    ahead(learning_set, 5, 20)
    keep_rota(learning_set, at=NOW)
    mine, theirs = Duty.objects.order_by("meeting__starts_at")
    return ask_to_swap(mine, theirs, by=mine.person, at=NOW)


def the_time_has_passed(exchange):
    Meeting.objects.filter(pk=exchange.mine.meeting_id).update(starts_at=NOW)


def one_is_cancelled(exchange):
    Meeting.objects.filter(pk=exchange.mine.meeting_id).update(cancelled_at=NOW)


def the_asker_left(exchange):
    theirs = exchange.mine.meeting.learning_set.memberships
    theirs.filter(person=exchange.mine.person).update(left_at=NOW)


def the_other_presents_then(exchange):
    Meeting.objects.filter(pk=exchange.mine.meeting_id).update(
        booked=[str(exchange.theirs.person_id)]
    )


@pytest.mark.parametrize(
    ("meanwhile", "reason"),
    [
        (the_time_has_passed, Reason.NOT_YOUR_TURN),
        (one_is_cancelled, Reason.NOT_YOUR_TURN),
        (the_asker_left, Reason.CANNOT_THEN),
        (the_other_presents_then, Reason.CANNOT_THEN),
    ],
)
def test_a_yes_to_what_cannot_be_any_more_changes_nothing(
    learning_set, meanwhile, reason
):
    exchange = asked(learning_set)
    before = list(Duty.objects.values_list("pk", "person"))
    meanwhile(exchange)

    with pytest.raises(NotDoneError) as refused:
        answer_swap(exchange, says_yes=True, by=exchange.theirs.person, at=NOW)

    assert refused.value.reason is reason
    assert list(Duty.objects.values_list("pk", "person")) == before


def test_two_presses_at_once_swap_once(learning_set):
    """Both have read the wish before either has answered it."""
    exchange = asked(learning_set)
    one, other = (
        Exchange.objects.select_related(
            "mine__person", "mine__meeting__learning_set", "theirs__person"
        ).get()
        for _press in range(2)
    )
    answer_swap(one, says_yes=True, by=one.theirs.person, at=NOW)
    swapped = list(Duty.objects.values_list("pk", "person"))

    with pytest.raises(NotDoneError) as refused:
        answer_swap(other, says_yes=True, by=other.theirs.person, at=NOW)

    assert refused.value.reason is Reason.NOT_YOUR_TURN
    assert list(Duty.objects.values_list("pk", "person")) == swapped
    assert exchange.mine.person != Duty.objects.get(pk=exchange.mine_id).person


def test_another_meeting_before_the_next_gives_nobody_a_second_turn(learning_set):
    ahead(learning_set, 10)
    keep_rota(learning_set, at=NOW)
    (earlier,) = ahead(learning_set, 4)

    keep_rota(learning_set, at=NOW)

    learning_set.refresh_from_db()
    first, second = Duty.objects.order_by("meeting__starts_at")
    assert first.meeting == earlier
    assert first.person != second.person
    assert learning_set.next_facilitator == first.person


def test_a_meeting_that_is_cancelled_leaves_the_turns_of_others_alone(learning_set):
    cancelled, later = ahead(learning_set, 4, 10)
    keep_rota(learning_set, at=NOW)
    named = Duty.objects.get(meeting=later).person
    Meeting.objects.filter(pk=cancelled.pk).update(cancelled_at=NOW)

    keep_rota(learning_set, at=NOW + timedelta(minutes=1))

    learning_set.refresh_from_db()
    assert Duty.objects.get().person == named == learning_set.next_facilitator


def test_a_meeting_that_begins_late_is_still_led_by_whose_turn_it_is(learning_set):
    late, _next = ahead(learning_set, 5, 20)
    keep_rota(learning_set, at=NOW)
    before = str(Duty.objects.get(meeting=late).person_id)

    tasks.keep_rotas(at=late.starts_at + timedelta(minutes=20))

    late.learning_set.refresh_from_db()
    assert history.before(late).facilitator == before
    assert str(Duty.objects.get(meeting=late).person_id) == before


def test_the_room_knows_whose_turn_each_slot_is(learning_set):
    by_slot, usual = ahead(learning_set, 5, format_name="self_managed") + ahead(
        learning_set, 20
    )
    keep_rota(learning_set, at=NOW)

    for each in (by_slot, usual):
        each.refresh_from_db()
    slots = Duty.objects.filter(meeting=by_slot).order_by("number")
    brief = convening(by_slot, seed=1).brief
    assert list(brief.rota) == [str(each.person_id) for each in slots]
    assert len(usual.rota) == 1

    learning_set.memberships.filter(person=slots[1].person).update(left_at=NOW)
    assert convening(by_slot, seed=1).brief.rota[1] == ""
    learning_set.facilitated_by = "facilitator"
    learning_set.dial = "leads"
    learning_set.save()
    keep_rota(learning_set, at=NOW)
    usual.refresh_from_db()
    assert usual.rota == []
