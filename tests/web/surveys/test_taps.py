"""Two taps after a meeting: open for three days, told in one word each."""

from datetime import timedelta
from itertools import combinations_with_replacement

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.running.models import WindUp
from askwell.web.surveys.models import Tap, Tapper
from askwell.web.surveys.operations.pulse import tap
from askwell.web.surveys.queries.pulse import words_of
from askwell.web.surveys.refusals import NotDoneError, Reason
from askwell.web.surveys.taps import VALUES, Level, level
from askwell.web.surveys.tasks import forget_what_is_over
from factories import NOON, a_person, a_set, signed_in
from web.surveys.asked import FIRST, a_closed_meeting, a_programme_with_sets

pytestmark = pytest.mark.django_db
AFTER = NOON + timedelta(days=3)


@pytest.fixture
def people():
    return [a_person(name) for name in FIRST]


@pytest.fixture
def learning_set(people):
    return a_set(*people)


def refusal(act) -> Reason:
    with pytest.raises(NotDoneError) as refused:
        act()
    return refused.value.reason


def told(learning_set) -> list[list[str]]:
    return [
        [each.words for each in one.words] for one in words_of(learning_set, at=AFTER)
    ]


def test_it_is_counted_without_a_name(learning_set, people):
    meeting = a_closed_meeting(learning_set, *people)

    tap(meeting.pk, {"said_freely": 3, "clearer_now": 1}, by=people[0], at=NOON)

    counted = Tap.objects.filter(number=1).values_list("item", "value")
    assert sorted(counted) == [("clearer_now", 1), ("said_freely", 3)]
    assert (Tap.objects.count(), Tapper.objects.count()) == (6, 5)
    assert {each.name for each in Tap._meta.get_fields()} == {
        "pk",
        "pulse",
        "item",
        "value",
        "number",
    }


def test_once_each_and_only_who_was_there(learning_set, people):
    meeting = a_closed_meeting(learning_set, *people[:4])
    tap(meeting.pk, {"said_freely": 3}, by=people[0], at=NOON)

    for person in (people[0], people[4]):
        again = refusal(
            lambda who=person: tap(meeting.pk, {"said_freely": 1}, by=who, at=NOON)
        )
        assert again is Reason.ANSWERED


def test_it_is_open_for_three_days(learning_set, people):
    meeting = a_closed_meeting(learning_set, *people)
    taps = {"said_freely": 3}

    tap(meeting.pk, taps, by=people[0], at=AFTER - timedelta(minutes=1))

    late = refusal(lambda: tap(meeting.pk, taps, by=people[1], at=AFTER))
    assert late is Reason.CLOSED


def test_the_set_is_told_one_word_each_once_it_is_closed(learning_set, people):
    meeting = a_closed_meeting(learning_set, *people)
    for person in people[:4]:
        tap(meeting.pk, {"said_freely": 3, "clearer_now": 1}, by=person, at=NOON)

    before = words_of(learning_set, at=AFTER - timedelta(minutes=1))

    assert before == []
    assert told(learning_set) == [
        ["People could say what they needed to", "Little became clearer"]
    ]


def test_of_fewer_than_four_taps_nothing_is_told(learning_set, people):
    meeting = a_closed_meeting(learning_set, *people)
    for person in people[:4]:
        tap(meeting.pk, {"said_freely": 2}, by=person, at=NOON)
    tap(meeting.pk, {"clearer_now": 2}, by=people[4], at=NOON)

    assert told(learning_set) == [
        ["Some could say what they needed to, some could not"]
    ]


def test_once_closed_it_is_forgotten_who_tapped_and_what_few_did(learning_set, people):
    meeting = a_closed_meeting(learning_set, *people)
    for person in people[:4]:
        tap(meeting.pk, {"said_freely": 2}, by=person, at=NOON)
    tap(meeting.pk, {"clearer_now": 2}, by=people[4], at=NOON)
    before = told(learning_set)

    done = [forget_what_is_over(at=each) for each in (NOON, AFTER, AFTER)]

    assert (done, told(learning_set)) == ([0, 1, 0], before)
    assert not Tapper.objects.filter(has_tapped=True).exists()
    assert set(Tap.objects.values_list("item", flat=True)) == {"said_freely"}


def test_who_was_there_goes_with_the_lists_of_a_programme():
    asked = a_programme_with_sets(1)
    meeting = a_closed_meeting(asked.sets[0], *asked.everybody)
    tap(meeting.pk, {"said_freely": 2}, by=asked.everybody[0], at=NOON)
    WindUp.objects.create(programme=asked.programme, clears_at=NOON, cleared_at=NOON)

    forget_what_is_over(at=NOON)

    assert not Tapper.objects.exists()


def test_words_of_many_meetings_cost_two_queries(
    learning_set, people, django_assert_num_queries
):
    for number in range(3):
        meeting = a_closed_meeting(
            learning_set, *people, at=NOON - timedelta(days=number)
        )
        tap(meeting.pk, {"said_freely": 2}, by=people[0], at=meeting.closed_at)

    with django_assert_num_queries(2):
        found = words_of(learning_set, at=AFTER)

    assert [each.at for each in found] == sorted((e.at for e in found), reverse=True)


@pytest.mark.parametrize("number", range(4, 10))
def test_no_word_settles_what_anybody_else_tapped(number):
    """Whoever knows their own tap and the word still knows nobody else's."""
    for own in VALUES:
        possible = [
            level({value: (*others, own).count(value) for value in VALUES})
            for others in combinations_with_replacement(VALUES, number - 1)
        ]

        assert all(possible.count(word) != 1 for word in Level)


class TestPage:
    @pytest.fixture(autouse=True)
    def met_today(self, learning_set, people):
        self.meeting = a_closed_meeting(learning_set, *people, at=timezone.now())
        self.path = reverse("surveys:pulse", args=[self.meeting.pk])

    def test_two_taps_and_thanks(self, people):
        browser = signed_in(people[0])

        sent = browser.post(
            self.path, {"said_freely": "3", "clearer_now": "2"}, follow=True
        )

        assert "Thank you. That is all." in sent.text
        assert Tap.objects.filter(number=1).count() == 2

    def test_who_was_not_there_finds_nothing(self):
        stranger = signed_in(a_person("Graham Bell"))

        assert stranger.get(self.path).status_code == 404

    def test_nothing_tapped_is_nothing_sent(self, people):
        sent = signed_in(people[0]).post(self.path, {})

        assert (sent.status_code, Tapper.objects.count()) == (422, 0)
