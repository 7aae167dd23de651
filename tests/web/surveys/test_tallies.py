"""What answers add to the figures of a quarter."""

from datetime import timedelta

import pytest

from askwell.insight.periods import Quarter
from askwell.insight.tally import Sum, Tally
from askwell.web.surveys.operations.answering import answer
from askwell.web.surveys.operations.licences import confirm, fill, withdraw
from askwell.web.surveys.operations.pulse import tap
from askwell.web.surveys.queries.tallies import tallies
from factories import NOON
from web.surveys.asked import LATER, Asked, a_closed_meeting, a_programme_with_sets

pytestmark = pytest.mark.django_db
SPRING = Quarter.of(LATER.date())


@pytest.fixture
def asked():
    return a_programme_with_sets()


def told(asked: Asked, quarter: Quarter = SPRING) -> dict[tuple[str, str], Tally]:
    return {
        (each.metric, str(each.learning_set)): each
        for each in tallies(asked.programme, quarter)
    }


def answered(asked: Asked, number: int = 4, **values: int):
    """So many of each set answer alike."""
    round_ = asked.round("trust", "law", "psychological_safety")
    for people in asked.members:
        for person in people[:number]:
            answer(round_, values, by=person, at=NOON)
    return round_


def test_each_set_adds_what_its_people_answered_and_all_who_were_asked(asked):
    answered(asked, keeping_up=6, trust_word=2, trust_keep=4)

    found = told(asked)

    own = str(asked.sets[0].pk)
    everybody = frozenset(each.pk for each in asked.members[0])
    assert len(found) == 2 * 3
    assert found["keeping_up", own].sum == Sum(24.0, 4.0, 144.0)
    assert found["trust", own].sum == Sum(24.0, 8.0, 80.0)
    assert found["trust", own].people == everybody


def test_reversed_items_are_turned_round(asked):
    answered(asked, safety_against=1)

    own = str(asked.sets[0].pk)
    assert told(asked)["psychological_safety", own].sum.mean == 7.0


def test_a_set_in_which_fewer_than_four_answered_adds_nothing(asked):
    answered(asked, number=3, keeping_up=6)

    assert told(asked) == {}


def test_only_the_quarter_in_which_it_closed_tells_of_it(asked):
    answered(asked, keeping_up=6)

    assert told(asked, SPRING.previous) == told(asked, SPRING.following) == {}


def test_of_two_rounds_in_a_quarter_the_later_tells(asked):
    answered(asked, keeping_up=6)
    second = asked.round(
        "law", opens_at=LATER, closes_at=LATER + timedelta(days=1), at=LATER
    )
    for person in asked.members[0]:
        answer(second, {"keeping_up": 1}, by=person, at=LATER)

    found = told(asked)

    assert {key: each.sum.mean for key, each in found.items()} == {
        ("keeping_up", str(asked.sets[0].pk)): 1.0
    }


def test_a_withdrawn_licence_tells_no_figure(asked):
    by = asked.manager
    confirm(asked.programme, "uwes_9", reference="A letter", by=by, at=NOON)
    fill(asked.programme, "uwes_9", [("One.", False)], at=NOON)
    round_ = asked.round("uwes_9")
    for person in asked.members[0]:
        answer(round_, {"uwes_9_1": 6}, by=person, at=NOON)
    before = told(asked)

    withdraw(asked.programme, "uwes_9", at=NOON)

    own = str(asked.sets[0].pk)
    assert {key: each.sum.mean for key, each in before.items()} == {
        ("uwes_9", own): 6.0
    }
    assert told(asked) == {}


def test_taps_add_up_over_the_meetings_of_a_set(asked):
    for days in (0, 7):
        at = NOON + timedelta(days=days)
        meeting = a_closed_meeting(asked.sets[0], *asked.members[0], at=at)
        for person in asked.members[0][:4]:
            tap(meeting.pk, {"said_freely": 3}, by=person, at=at)
        tap(meeting.pk, {"clearer_now": 1}, by=asked.members[0][4], at=at)

    found = told(asked)

    own = str(asked.sets[0].pk)
    assert {key: each.sum for key, each in found.items()} == {
        ("said_freely", own): Sum(24.0, 8.0, 72.0)
    }
    assert len(found["said_freely", own].people) == 5


def test_the_number_of_statements_does_not_grow_with_sets(
    asked, django_assert_max_num_queries
):
    answered(asked, keeping_up=6)

    with django_assert_max_num_queries(7):
        told(asked)
