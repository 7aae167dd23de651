"""Tallies become words from which nobody's answer can be worked out."""

from collections import defaultdict
from itertools import combinations_with_replacement

import pytest

from askwell.web.renewal import tallies
from askwell.web.renewal.statements import (
    ENOUGH,
    STATEMENTS,
    Level,
    alike,
    findings,
    level,
)

FULL_SET = 12
STEPS = range(1, 6)


def counted(answers: tuple[int, ...]) -> list[int]:
    return [answers.count(step) for step in STEPS]


def without(answers: tuple[int, ...], own: int) -> tuple[int, ...]:
    place = answers.index(own)
    return answers[:place] + answers[place + 1 :]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((1, 1, 2, 2), (Level.CARE, True)),
        ((1, 1, 3, 4), (Level.CARE, False)),
        ((3, 3, 3, 4), (Level.BETTER, True)),
        ((1, 3, 4, 5), (Level.BETTER, False)),
        ((4, 4, 4, 5), (Level.WELL, True)),
        ((2, 4, 5, 5), (Level.WELL, True)),
        ((5, 5, 5, 3, 3), (Level.WELL, False)),
    ],
)
def test_answers_become_a_level_and_whether_most_are_alike(answers, said):
    counts = counted(answers)

    assert (level(counts), alike(counts)) == said


@pytest.mark.parametrize("people", range(ENOUGH, FULL_SET + 1))
def test_nobody_can_work_out_anothers_answer_from_their_own_and_the_words(people):
    worlds = defaultdict(list)
    for answers in combinations_with_replacement(STEPS, people):
        counts = counted(answers)
        worlds[level(counts), alike(counts)].append(answers)

    for possible in worlds.values():
        for own in STEPS:
            others = {without(each, own) for each in possible if own in each}
            certain = {each for other in others for each in other}
            assert not others or len(certain) > 1


def test_fewer_than_four_answers_are_told_nothing():
    tally = tallies.empty()
    for _ in range(ENOUGH - 1):
        tally = tallies.with_answers(tally, {each.name: 5 for each in STATEMENTS})

    assert findings(tally) == []


def test_a_tally_does_not_say_in_which_order_people_answered():
    low = {each.name: 1 for each in STATEMENTS}
    high = {each.name: 5 for each in STATEMENTS}

    one_way = tallies.with_answers(tallies.with_answers(tallies.empty(), low), high)
    other_way = tallies.with_answers(tallies.with_answers(tallies.empty(), high), low)

    assert tallies.write(one_way) == tallies.write(other_way)


def test_findings_are_read_as_they_were_written():
    tally = tallies.empty()
    for step in (2, 3, 4, 5):
        tally = tallies.with_answers(tally, {each.name: step for each in STATEMENTS})

    found = findings(tally)

    assert len(found) == len(STATEMENTS)
    assert tallies.read_findings(tallies.write_findings(found)) == found
    assert tallies.read_findings(None) == []
