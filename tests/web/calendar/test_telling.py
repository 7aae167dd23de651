"""What calendars are told: of everything that is new, and of nothing twice."""

from datetime import timedelta

import pytest

from askwell.web.calendar.models import Told
from askwell.web.calendar.tasks import Watch, keep_calendars
from askwell.web.meetings import operations as meetings
from askwell.web.people.models import Notice
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import SetMembership
from askwell.web.programmes.queries import membership_of
from factories import NOON, a_person, a_set, is_in

pytestmark = pytest.mark.django_db

Kind = Notice.Kind
DAY = timedelta(days=1)


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


@pytest.fixture
def learning_set(amara, jonas):
    return a_set(amara, jonas)


def a_meeting(learning_set, *, days=7, by=None):
    return meetings.schedule(
        learning_set, starts_at=NOON + days * DAY, booked_minutes=150, by=by
    )


def told(*, at=NOON):
    """Run the task, and say what it posted: who, what, and where to go."""
    before = set(Notice.objects.values_list("pk", flat=True))
    keep_calendars(at=at)
    posted = Notice.objects.exclude(pk__in=before)
    return sorted(
        posted.values_list("person__name", "kind", "path"), key=lambda row: row[0]
    )


def test_everyone_in_the_set_is_told_of_a_new_meeting_also_whoever_called_it(
    amara, learning_set
):
    meeting = a_meeting(learning_set, by=amara)

    page = f"/meetings/{meeting.pk}/"
    assert told() == [
        ("Amara Okafor", Kind.CONVENED, page),
        ("Jonas Lindqvist", Kind.CONVENED, page),
    ]


def test_what_was_told_is_not_told_again(learning_set):
    a_meeting(learning_set)

    assert len(told()) == 2
    assert told() == []
    assert told(at=NOON + 6 * DAY) == []


def test_what_is_told_together_shares_a_batch_and_names_its_set(learning_set):
    a_meeting(learning_set)

    told()

    [(_batch, set_id)] = set(Notice.objects.values_list("batch", "set_id"))
    assert set_id == learning_set.pk


def test_a_meeting_moved_replaces_what_was_told(amara, learning_set):
    meeting = a_meeting(learning_set)
    told()

    meetings.move(meeting, starts_at=NOON + 8 * DAY, by=amara, at=NOON)

    assert [kind for _name, kind, _path in told()] == [Kind.MOVED, Kind.MOVED]
    assert set(Told.objects.values_list("sequence", "is_off")) == {(1, False)}


def test_a_meeting_cancelled_is_taken_back(amara, learning_set):
    meeting = a_meeting(learning_set)
    told()

    meetings.cancel(meeting, by=amara, at=NOON)

    page = f"/meetings/{meeting.pk}/"
    assert told() == [
        ("Amara Okafor", Kind.CANCELLED, page),
        ("Jonas Lindqvist", Kind.CANCELLED, page),
    ]
    assert told() == []


def test_nobody_hears_of_a_meeting_cancelled_before_they_were_told(amara, learning_set):
    meeting = a_meeting(learning_set)

    meetings.cancel(meeting, by=amara, at=NOON)

    assert told() == []


def test_a_meeting_called_again_is_told_anew(amara, learning_set):
    meeting = a_meeting(learning_set)
    told()
    meetings.cancel(meeting, by=amara, at=NOON)
    told()

    meetings.call_again(meeting, by=amara, at=NOON)

    assert [kind for _name, kind, _path in told()] == [Kind.CONVENED, Kind.CONVENED]
    assert set(Told.objects.values_list("sequence", flat=True)) == {2}


def test_who_joins_is_told_of_every_meeting_still_to_come(learning_set):
    coming = {a_meeting(learning_set, days=days).pk for days in (7, 42)}
    told()

    is_in(learning_set, a_person("Mei Tanaka"))

    assert {(name, path) for name, _kind, path in told()} == {
        ("Mei Tanaka", f"/meetings/{pk}/") for pk in coming
    }


def test_who_leaves_has_their_meetings_taken_back(jonas, learning_set):
    a_meeting(learning_set)
    told()

    sets.leave(membership_of(jonas, learning_set), at=NOON)

    assert told() == [("Jonas Lindqvist", Kind.CANCELLED, "/")]
    assert told() == []


def test_the_sets_chat_does_not_hear_that_somebody_left(jonas, learning_set):
    a_meeting(learning_set)
    told()

    sets.leave(membership_of(jonas, learning_set), at=NOON)
    told()

    assert Notice.objects.get(kind=Kind.CANCELLED).set_id is None


def test_who_comes_back_is_told_with_a_higher_number(jonas, learning_set):
    a_meeting(learning_set)
    told()
    sets.leave(membership_of(jonas, learning_set), at=NOON)
    told()

    is_in(learning_set, jonas)

    assert [kind for _name, kind, _path in told()] == [Kind.CONVENED]
    assert Told.objects.get(person=jonas).sequence == 2


def test_the_meetings_of_a_set_that_ended_are_taken_back(learning_set):
    a_meeting(learning_set)
    told()

    learning_set.ended_at = NOON
    learning_set.save()

    assert {(kind, path) for _name, kind, path in told()} == {(Kind.CANCELLED, "/")}


def test_nobody_is_told_of_what_has_begun_or_is_past(amara, learning_set):
    meeting = a_meeting(learning_set)

    assert told(at=meeting.starts_at) == []


def test_who_waits_to_be_let_in_is_told_nothing(learning_set):
    is_in(learning_set, a_person("Mei Tanaka"), joined_at=None)
    a_meeting(learning_set)

    assert "Mei Tanaka" not in {name for name, _kind, _path in told()}


class TestGuests:
    @pytest.fixture
    def guest(self, learning_set):
        sets_guest = a_person("Noor Haddad")
        SetMembership.objects.create(
            learning_set=learning_set,
            person=sets_guest,
            belonging="guest",
            joined_at=NOON,
        )
        return sets_guest

    def of_guest(self, *, at=NOON):
        return [row[1:] for row in told(at=at) if row[0] == "Noor Haddad"]

    def test_a_guest_is_told_of_the_next_meeting_alone(self, guest, learning_set):
        first, _second = (a_meeting(learning_set, days=days) for days in (7, 42))

        assert self.of_guest() == [(Kind.CONVENED, f"/meetings/{first.pk}/")]

    def test_the_next_one_is_not_theirs_once_theirs_is_on(self, guest, learning_set):
        first, _second = (a_meeting(learning_set, days=days) for days in (7, 42))
        told()

        first.opened_at = first.starts_at
        first.save()
        assert self.of_guest(at=first.starts_at) == []

        first.closed_at = first.starts_at + DAY
        first.save()
        assert self.of_guest(at=first.starts_at + 2 * DAY) == []

    def test_if_theirs_is_cancelled_the_next_one_is_theirs(
        self, guest, amara, learning_set
    ):
        first, second = (a_meeting(learning_set, days=days) for days in (7, 42))
        told()

        meetings.cancel(first, by=amara, at=NOON)

        assert sorted(self.of_guest()) == [
            (Kind.CANCELLED, f"/meetings/{first.pk}/"),
            (Kind.CONVENED, f"/meetings/{second.pk}/"),
        ]

    def test_an_earlier_meeting_takes_the_place_of_theirs(self, guest, learning_set):
        a_meeting(learning_set, days=42)
        told()

        sooner = a_meeting(learning_set, days=7)

        assert sorted(self.of_guest()) == [
            (Kind.CANCELLED, "/"),
            (Kind.CONVENED, f"/meetings/{sooner.pk}/"),
        ]


@pytest.mark.parametrize("number", [1, 3])
def test_looking_costs_one_query_however_many_meetings_there_are(
    number, learning_set, django_assert_num_queries
):
    for each in range(number):
        a_meeting(learning_set, days=7 + each)
    told()

    with django_assert_num_queries(1):
        assert keep_calendars(at=NOON) == 0


class TestWatch:
    """The worker looks closely only after something has changed."""

    @pytest.fixture
    def watch(self, learning_set):
        watch = Watch()
        a_meeting(learning_set)
        watch(at=NOON)
        watch(at=NOON)
        return watch

    @pytest.mark.parametrize("number", [1, 3])
    def test_nothing_new_costs_three_queries(
        self, number, watch, learning_set, django_assert_num_queries
    ):
        for each in range(number):
            a_meeting(learning_set, days=8 + each)
        watch(at=NOON)
        watch(at=NOON)

        with django_assert_num_queries(3):
            assert watch(at=NOON) == 0

    def test_a_new_meeting_is_seen(self, watch, learning_set):
        a_meeting(learning_set, days=9)

        assert watch(at=NOON) == 2

    def test_a_move_is_seen(self, amara, watch, learning_set):
        meeting = learning_set.meetings.get()
        meetings.move(meeting, starts_at=NOON + 8 * DAY, by=amara, at=NOON)

        assert watch(at=NOON) == 2

    def test_somebody_new_is_seen(self, watch, learning_set):
        is_in(learning_set, a_person("Mei Tanaka"))

        assert watch(at=NOON) == 1

    def test_somebody_who_leaves_is_seen(self, jonas, watch, learning_set):
        sets.leave(membership_of(jonas, learning_set), at=NOON)

        assert watch(at=NOON) == 1

    def test_the_end_of_a_set_is_seen(self, watch, learning_set):
        learning_set.ended_at = NOON
        learning_set.save()

        assert watch(at=NOON) == 2

    def test_what_escaped_it_is_found_after_a_while(self, watch):
        Told.objects.all().delete()

        assert watch(at=NOON + timedelta(minutes=4)) == 0
        assert watch(at=NOON + timedelta(minutes=5)) == 2
