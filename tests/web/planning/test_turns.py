"""Turns to present, shared out fairly, passed on and swapped."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from askwell.web.meetings import operations as meetings
from askwell.web.people.models import Notice
from askwell.web.planning import operations
from askwell.web.planning.models import Booking, Swap
from askwell.web.planning.refusals import NotPlannedError, Reason
from askwell.web.planning.rules import swappable_bookings
from askwell.web.planning.tasks import share_out_turns_of_leavers
from askwell.web.planning.turns import Past, Sitting, shared_out
from askwell.web.programmes.operations import leave
from askwell.web.programmes.queries import membership_of
from factories import NOON, a_person, a_set, signed_in

NAMES = ("Amara Okafor", "Bea Lind", "Chidi Eze", "Dana Roth", "Eli Sato")


def day(number):
    return date(2026, 3, 3) + timedelta(days=number)


def the_turns_of(offered):
    return [person for people in offered.values() for person in people]


@given(
    st.integers(3, 9),
    st.lists(st.integers(1, 3), min_size=1, max_size=12),
    st.lists(st.integers(0, 5), min_size=9, max_size=9),
    st.integers(0, 99),
)
def test_over_a_cycle_nobody_has_two_turns_more_than_another(people, slots, past, seed):
    known = {
        str(number): Past(presented_on=day(-past[number]), slots=past[number])
        for number in range(people)
    }
    sittings = [Sitting(str(n), day(7 * n), slots=k) for n, k in enumerate(slots)]

    turns = the_turns_of(shared_out(sittings, known, seed=seed))

    counts = [turns.count(person) for person in known]
    assert max(counts) - min(counts) <= 1


def test_whoever_has_not_presented_for_longest_is_offered_the_first_turn():
    known = {"ana": Past(day(-1), 1), "ben": Past(None, 0), "cai": Past(day(-9), 2)}
    sittings = [Sitting("first", day(1), slots=2), Sitting("second", day(8), slots=2)]

    offered = shared_out(sittings, known, seed=1)

    assert offered == {"first": ("ben", "cai"), "second": ("ana", "ben")}


def test_whoever_cannot_come_is_offered_another_turn():
    known = {"ana": Past(), "ben": Past()}
    sittings = [
        Sitting("first", day(1), slots=1, not_asked=frozenset({"ana"})),
        Sitting("second", day(8), slots=1),
    ]

    assert shared_out(sittings, known, seed=1) == {
        "first": ("ben",),
        "second": ("ana",),
    }


def test_what_is_booked_already_counts_and_stays():
    known = {"ana": Past(), "ben": Past()}
    sittings = [
        Sitting("first", day(1), slots=1),
        Sitting("second", day(8), slots=1, booked=("ben",)),
    ]

    assert shared_out(sittings, known, seed=1) == {"first": ("ana",), "second": ()}


def a_set_with_meetings(number=3, minutes=150, starting=NOON):
    people = [a_person(name) for name in NAMES]
    learning_set = a_set(*people)
    for week in range(1, number + 1):
        meetings.schedule(
            learning_set,
            starts_at=starting + timedelta(weeks=week),
            booked_minutes=minutes,
        )
    return learning_set, people


def turns(learning_set):
    """Who is to present, meeting by meeting."""
    return [
        sorted(
            str(each.person)
            for each in meeting.bookings.filter(state__in=Booking.STANDING)
        )
        for meeting in learning_set.meetings.order_by("starts_at")
    ]


@pytest.mark.django_db
class TestOffers:
    def test_every_free_turn_is_offered_once(self):
        learning_set, _people = a_set_with_meetings()

        operations.offer_turns(learning_set, at=NOON)
        before = turns(learning_set)
        again = operations.offer_turns(learning_set, at=NOON)

        assert again == []
        assert turns(learning_set) == before
        assert {name for names in before for name in names} == set(NAMES)

    def test_a_facilitator_who_keeps_the_role_is_offered_none(self):
        amara, bea, chidi, dana = (a_person(name) for name in NAMES[:4])
        learning_set = a_set(amara, bea, chidi, dana, facilitator=amara)
        meetings.schedule(
            learning_set, starts_at=NOON + timedelta(weeks=1), booked_minutes=480
        )

        operations.offer_turns(learning_set, at=NOON)

        assert turns(learning_set) == [["Bea Lind", "Chidi Eze", "Dana Roth"]]

    def test_a_turn_passed_on_goes_to_the_next_in_line_who_is_told(self):
        learning_set, _people = a_set_with_meetings(1)
        first, *_others = operations.offer_turns(learning_set, at=NOON)
        before = turns(learning_set)[0]

        operations.pass_on(first, by=first.person, at=NOON)

        (after,) = turns(learning_set)
        (notice,) = Notice.objects.filter(kind=Notice.Kind.PRESENTING)
        assert str(first.person) not in after
        assert len(after) == len(before)
        assert notice.path == f"/meetings/{first.meeting_id}/reply/"
        assert str(notice.person) in set(after) - set(before)

    def test_the_lobby_names_whoever_is_booked_and_follows_when_that_changes(self):
        learning_set, _people = a_set_with_meetings(1)
        first, *_others = operations.offer_turns(learning_set, at=NOON)
        meeting = first.meeting
        browser = signed_in(first.person)

        before = browser.get(f"/meetings/{meeting.pk}/").text
        operations.pass_on(first, by=first.person, at=NOON)
        after = browser.get(f"/meetings/{meeting.pk}/").text

        def booked(page):
            return page.split("Booked to present: ")[1].split("<")[0]

        assert str(first.person) in booked(before)
        assert sorted(booked(after).split(", ")) == turns(learning_set)[0]

    def test_turns_of_whoever_has_left_go_to_the_next_in_line(self):
        learning_set, _people = a_set_with_meetings(2)
        first, *_others = operations.offer_turns(learning_set, at=NOON)
        before = turns(learning_set)

        leave(membership_of(first.person, learning_set), at=NOON)
        done = [share_out_turns_of_leavers(at=NOON) for _time in range(2)]

        after = turns(learning_set)
        told = Notice.objects.filter(kind=Notice.Kind.PRESENTING)
        assert done == [1, 0]
        assert [len(names) for names in after] == [len(names) for names in before]
        assert not any(str(first.person) in names for names in after)
        assert {f"/meetings/{first.meeting_id}/reply/"} <= {n.path for n in told}
        first.meeting.refresh_from_db()
        assert str(first.person_id) not in first.meeting.booked

    def test_a_turn_passed_on_shares_out_nothing_at_other_meetings(self):
        learning_set, _people = a_set_with_meetings(3)
        meetings = list(learning_set.meetings.order_by("starts_at"))
        first, *_others = operations.offer_turns(
            learning_set, at=NOON, only=[meetings[0].pk]
        )

        operations.pass_on(first, by=first.person, at=NOON)

        assert [len(names) for names in turns(learning_set)][1:] == [0, 0]

    def test_nobody_takes_the_turn_of_another(self):
        learning_set, people = a_set_with_meetings(1)
        first, *_others = operations.offer_turns(learning_set, at=NOON)
        other = next(each for each in people if each != first.person)

        with pytest.raises(NotPlannedError) as refused:
            operations.take_turn(first, by=other)

        assert refused.value.reason is Reason.NOT_YOURS

    def test_whoever_cannot_come_gives_the_turn_back_and_may_have_it_again(self):
        learning_set, _people = a_set_with_meetings(1)
        first, *_others = operations.offer_turns(learning_set, at=NOON)
        meeting, person = first.meeting, first.person

        operations.reply(meeting, by=person, coming=False, at=NOON)
        without = turns(learning_set)[0]
        operations.reply(meeting, by=person, coming=None, at=NOON)

        assert str(person) not in without
        assert len(without) == len(turns(learning_set)[0])


@pytest.mark.django_db
class TestSwaps:
    def two_turns(self):
        learning_set, _people = a_set_with_meetings(2, minutes=100)
        first, second = operations.offer_turns(learning_set, at=NOON)
        return learning_set, first, second

    def test_a_yes_changes_places_and_both_have_taken_their_turn(self):
        learning_set, first, second = self.two_turns()
        asker, asked = first.person, second.person

        swap = operations.ask_to_swap(first, second, by=asker, at=NOON)
        operations.answer_swap(swap, yes=True, by=asked, at=NOON)

        assert turns(learning_set) == [[str(asked)], [str(asker)]]
        assert set(Booking.objects.values_list("state", flat=True)) == {"taken"}
        assert list(Notice.objects.order_by("kind").values_list("kind", "person")) == [
            ("swap_answered", asker.pk),
            ("swap_asked", asked.pk),
        ]

    def test_a_no_changes_nothing_but_is_told(self):
        learning_set, first, second = self.two_turns()
        before = turns(learning_set)

        swap = operations.ask_to_swap(first, second, by=first.person, at=NOON)
        operations.answer_swap(swap, yes=False, by=second.person, at=NOON)

        assert turns(learning_set) == before
        assert Notice.objects.filter(kind=Notice.Kind.SWAP_ANSWERED).count() == 1

    def test_asking_twice_is_asking_once(self):
        _learning_set, first, second = self.two_turns()

        for _time in range(2):
            operations.ask_to_swap(first, second, by=first.person, at=NOON)

        assert Notice.objects.count() == 1

    @pytest.mark.parametrize("who", ["asker", "another"])
    def test_only_whoever_was_asked_answers(self, who):
        _learning_set, first, second = self.two_turns()
        swap = operations.ask_to_swap(first, second, by=first.person, at=NOON)
        by = first.person if who == "asker" else a_person()

        with pytest.raises(NotPlannedError) as refused:
            operations.answer_swap(swap, yes=True, by=by, at=NOON)

        assert refused.value.reason is Reason.NOT_YOURS

    def test_what_was_answered_is_not_answered_again(self):
        _learning_set, first, second = self.two_turns()
        asked = second.person
        swap = operations.ask_to_swap(first, second, by=first.person, at=NOON)
        operations.answer_swap(swap, yes=False, by=asked, at=NOON)

        with pytest.raises(NotPlannedError) as refused:
            operations.answer_swap(swap, yes=True, by=asked, at=NOON)

        assert refused.value.reason is Reason.ANSWERED

    def test_only_turns_that_would_make_nobody_present_twice_are_offered(self):
        learning_set, people = a_set_with_meetings(3)
        amara, bea, chidi, dana, _eli = people
        first, second, third = learning_set.meetings.order_by("starts_at")
        mine, *_others, possible = (
            Booking.objects.create(meeting=meeting, person=person)
            for meeting, person in (
                (first, amara),
                (first, bea),
                (second, bea),
                (third, amara),
                (third, chidi),
                (second, dana),
            )
        )

        assert list(swappable_bookings(mine, at=NOON)) == [possible]

    def test_turns_of_a_meeting_that_was_cancelled_are_not_swapped(self):
        _learning_set, first, second = self.two_turns()
        meetings.cancel(second.meeting, by=first.person, at=NOON)
        second.refresh_from_db()

        with pytest.raises(NotPlannedError) as refused:
            operations.ask_to_swap(first, second, by=first.person, at=NOON)

        assert refused.value.reason is Reason.BEGUN


@pytest.mark.django_db
def test_the_page_of_turns_asks_no_more_for_many_meetings_than_for_one():
    counts = []
    for number in (1, 3):
        learning_set, people = a_set_with_meetings(number, starting=timezone.now())
        operations.offer_turns(learning_set, at=timezone.now())
        browser = signed_in(people[0])
        with CaptureQueriesContext(connection) as asked:
            browser.get(f"/sets/{learning_set.pk}/turns/")
        counts.append(len(asked))

    assert counts == [counts[0], counts[0]]


@pytest.mark.django_db
def test_a_whole_swap_is_made_on_the_pages():
    learning_set, _people = a_set_with_meetings(2, minutes=100, starting=timezone.now())
    first, second = operations.offer_turns(learning_set, at=timezone.now())
    asker, asked = first.person, second.person

    signed_in(asker).post(f"/turns/{first.pk}/swaps/", {"with": str(second.pk)})
    page = signed_in(asked).get(f"/sets/{learning_set.pk}/turns/").text
    signed_in(asked).post(f"/swaps/{Swap.objects.get().pk}/", {"answer": "yes"})

    assert f"{asker} asks to swap turns with you" in page
    assert turns(learning_set) == [[str(asked)], [str(asker)]]
