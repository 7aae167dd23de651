"""The rota: filled fairly, known to the room, passed on, and told in good time."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.handing import tasks
from askwell.web.handing.models import Duty, Exchange
from askwell.web.handing.operations.exchanging import answer_swap, ask_to_swap
from askwell.web.handing.operations.rota import keep_rota, pass_on
from askwell.web.handing.queries.rota import rota
from askwell.web.handing.refusals import NotDoneError
from askwell.web.meetings import history
from askwell.web.people.models import Notice
from askwell.web.planning.operations import reply
from askwell.web.programmes.models import LearningSet
from factories import NOON, a_person, a_set, signed_in
from web.handing.sets import a_set_in_turns, ahead, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def members():
    return people()


@pytest.fixture
def learning_set(members):
    return a_set_in_turns(members)


def now():
    return timezone.now()


def names(learning_set):
    return [
        [turn.person and turn.person.name.partition(" ")[0] for turn in each.turns]
        for each in rota(learning_set, at=now())
    ]


def test_each_meeting_has_another_member_and_the_longest_ago_comes_first(
    learning_set, members
):
    learning_set.memberships.exclude(person=members[3]).update(facilitated_at=NOON)
    ahead(learning_set, 5, 20, 30)

    planned = [each[0] for each in names(learning_set)]

    assert planned[0] == "Dana"
    assert len(set(planned)) == 3


def test_what_is_kept_stays_and_the_lobby_gives_the_role_to_the_first(learning_set):
    first, _second = ahead(learning_set, 5, 20)
    before = names(learning_set)

    assert tasks.keep_rotas(at=now()) == 1
    assert tasks.keep_rotas(at=now()) == 0

    learning_set.refresh_from_db()
    first.refresh_from_db()
    assert names(learning_set) == before
    lobby = history.before(first)
    assert lobby.facilitator == str(learning_set.next_facilitator_id)
    assert learning_set.next_facilitator.name.startswith(before[0][0])


def test_who_cannot_come_is_passed_over_and_the_next_in_line_is_told(
    learning_set, members
):
    (meeting,) = ahead(learning_set, 2)
    keep_rota(learning_set, at=now())
    first = LearningSet.objects.get(pk=learning_set.pk).next_facilitator
    reply(meeting, by=first, coming=False, at=now())

    keep_rota(learning_set, at=now())

    learning_set.refresh_from_db()
    second = learning_set.next_facilitator
    told = Notice.objects.filter(kind=Notice.Kind.ROTA)
    assert second != first
    assert [each.person for each in told.order_by("created_at")] == [first, second]


def test_far_ahead_nobody_is_told_yet(learning_set):
    ahead(learning_set, 12)

    keep_rota(learning_set, at=now())

    assert not Notice.objects.filter(kind=Notice.Kind.ROTA).exists()


def test_whoever_presents_does_not_facilitate(learning_set, members):
    (meeting,) = ahead(learning_set, 5)
    meeting.booked = [str(each.pk) for each in members[:4]]
    meeting.save()

    assert names(learning_set) == [["Eli"]]


def test_where_the_role_goes_round_each_slot_has_its_own(learning_set, members):
    (meeting,) = ahead(learning_set, 5, format_name="self_managed")
    meeting.booked = [str(members[0].pk), str(members[1].pk)]
    meeting.save()

    (planned,) = rota(learning_set, at=now())

    assert planned.is_by_slot
    assert all(turn.person != turn.presenter for turn in planned.turns)
    assert len(set(planned.people)) == len(planned.turns)


def test_passing_it_on_needs_no_reason_and_comes_not_back(learning_set):
    (meeting,) = ahead(learning_set, 5)
    keep_rota(learning_set, at=now())
    learning_set.refresh_from_db()
    first = learning_set.next_facilitator

    address = reverse("handing:passing", args=[meeting.pk, 1])
    answer = signed_in(first).post(address, follow=True)
    keep_rota(learning_set, at=now())

    learning_set.refresh_from_db()
    assert "Your turn has gone to the next in line." in answer.text
    assert learning_set.next_facilitator not in (None, first)


def test_a_turn_of_somebody_else_cannot_be_passed_on(learning_set, members):
    (meeting,) = ahead(learning_set, 5)
    (planned,) = rota(learning_set, at=now())
    other = next(each for each in members if each not in planned.people)

    with pytest.raises(NotDoneError):
        pass_on(meeting, 1, by=other, at=now())


def test_whom_the_set_chose_by_hand_stands_on_the_rota(learning_set, members):
    ahead(learning_set, 5)
    learning_set.next_facilitator = members[4]
    learning_set.save()

    assert names(learning_set) == [["Eli"]]


def test_a_facilitator_asked_in_for_one_meeting_stands_there_and_keeps_no_turn(members):
    jonas = a_person("Jonas Lindqvist")
    learning_set = a_set_in_turns(members, facilitator=jonas, next_facilitator=jonas)
    ahead(learning_set, 5, 20)

    planned = names(learning_set)

    assert planned[0] == ["Jonas"]
    assert planned[1] != ["Jonas"]


def test_where_two_share_the_work_whoever_helps_has_no_turn(members):
    learning_set = a_set(*members[:3], facilitator=members[0])
    learning_set.dial = LearningSet.Dial.CO_LEADS
    learning_set.save()
    ahead(learning_set, 5, 20, 30)

    assert {each[0] for each in names(learning_set)} == {"Bea", "Chidi"}


def test_a_set_that_is_led_has_no_rota_and_loses_the_one_it_had(learning_set):
    ahead(learning_set, 5)
    keep_rota(learning_set, at=now())
    learning_set.refresh_from_db()
    learning_set.facilitated_by = LearningSet.FacilitatedBy.FACILITATOR
    learning_set.dial = LearningSet.Dial.LEADS
    learning_set.save()

    tasks.keep_rotas(at=now() + timedelta(minutes=1))

    learning_set.refresh_from_db()
    assert (rota(learning_set, at=now()), learning_set.next_facilitator) == ([], None)


def test_two_swap_their_turns_when_the_one_who_is_asked_says_yes(learning_set):
    ahead(learning_set, 5, 20)
    keep_rota(learning_set, at=now())
    first, second = (each[0] for each in names(learning_set))
    mine, theirs = Duty.objects.order_by("meeting__starts_at")
    asker, asked = signed_in(mine.person), signed_in(theirs.person)
    page = reverse("handing:set", args=[learning_set.pk])

    asker.post(
        reverse("handing:swaps", args=[learning_set.pk]),
        {"mine": mine.pk, "theirs": theirs.pk},
    )
    before = names(learning_set)
    asked_page = asked.get(page).text
    exchange = Exchange.objects.get()
    asked.post(reverse("handing:swap", args=[exchange.pk]), {"says": "yes"})

    learning_set.refresh_from_db()
    assert "asks to swap with you" in asked_page
    assert before == [[first], [second]]
    assert names(learning_set) == [[second], [first]]
    assert learning_set.next_facilitator == theirs.person


def test_after_a_no_all_stays(learning_set):
    ahead(learning_set, 5, 20)
    keep_rota(learning_set, at=now())
    before = names(learning_set)
    mine, theirs = Duty.objects.order_by("meeting__starts_at")
    exchange = ask_to_swap(mine, theirs, by=mine.person, at=now())

    answer_swap(exchange, says_yes=False, by=theirs.person, at=now())

    assert (names(learning_set), Exchange.objects.count()) == (before, 0)
