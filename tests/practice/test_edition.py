"""A meeting of a case that was rewritten since."""

from dataclasses import replace

from askwell.practice import edition as editions
from askwell.practice.edition import edition
from askwell.practice.moves import FACILITATOR, Does, Move
from askwell.practice.policies import ME
from askwell.practice.rehearsal import as_far_as_possible, rehearse
from practice.runs import (
    ALONE,
    GO_ON,
    LISTEN,
    NOON,
    UN_MENTORING,
    rehearsed,
    say,
    to_explore,
)

SHORTER = replace(UN_MENTORING, members=UN_MENTORING.members[1:])


def test_the_edition_changes_with_any_line():
    presenter = replace(UN_MENTORING.presenter, action="Something else.")

    changed = {edition(replace(UN_MENTORING, presenter=presenter)), edition(SHORTER)}

    assert len({edition(UN_MENTORING), *changed}) == 3
    assert edition(UN_MENTORING) == edition(replace(UN_MENTORING))


def test_the_edition_changes_with_the_model(monkeypatch):
    before = edition(UN_MENTORING)

    monkeypatch.setattr(editions, "MODEL", -1)
    editions._edition.cache_clear()
    after = edition(UN_MENTORING)
    editions._edition.cache_clear()

    assert before != after


def test_it_is_played_as_far_as_it_can_be():
    moves = [LISTEN, Move(Does.GIVE_TURN, ME, about="grant"), LISTEN, GO_ON]
    whole = rehearsed(*moves)

    found = as_far_as_possible(SHORTER, seed=1, moves=moves, seats=ALONE, now=NOON)

    assert found == rehearse(SHORTER, seed=1, moves=moves[:1], seats=ALONE, now=NOON)
    assert len(whole.turns) == 4


def test_nothing_is_played_where_a_seat_is_gone():
    seats = {ME: FACILITATOR, "other": "grant"}

    assert as_far_as_possible(SHORTER, seed=1, moves=[], seats=seats, now=NOON) is None


def test_a_meeting_that_can_be_played_is_played_whole():
    moves = [*to_explore(), say("Thank you.", "supports")]

    found = as_far_as_possible(UN_MENTORING, seed=1, moves=moves, seats=ALONE, now=NOON)

    assert found == rehearsed(*moves)
