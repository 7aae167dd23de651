"""The independent scorer, checked by sums small enough for a pencil."""

import pytest

from askwell.composer.brief import Brief, Facilitator, Person, Rules
from composer import independent
from composer.briefs import ALWAYS, brief, division, person


def three(**third):
    return Brief(
        people=(
            person("p0", organisation="a", challenge=(3.0, 4.0)),
            person("p1", organisation="a", challenge=(3.0, 4.0)),
            person("p2", **({"organisation": "b", "challenge": (4.0, -3.0)} | third)),
        ),
        earlier=(frozenset({"p0", "p1"}), frozenset({"p0", "p1", "p9"})),
        rules=Rules(size_min=1),
    )


def parts(of, *sets):
    return independent.score(of, division(*sets))["parts"]


def test_pairs_that_differ_are_divided_by_the_most_that_could():
    # Of three pairs two differ, and with two organisations no more could.
    assert parts(three(), (0, 1, 2))["organisation"] == 1


def test_an_even_split_is_the_most_mixed_there_can_be():
    two_each = Brief(
        people=tuple(person(f"p{at}", function="xyyy"[at]) for at in range(4))
    )

    # Three pairs of six differ; two and two would give four.
    assert parts(two_each, range(4))["function"] == 3 / 4


def test_where_all_are_of_one_kind_nothing_is_missing():
    assert parts(three(), (0, 1, 2))["location"] == 1


def test_challenges_are_the_mean_cosine_of_all_pairs():
    # One pair is the same, two are at right angles.
    assert parts(three(), (0, 1, 2))["challenge"] == pytest.approx(1 / 3)


def test_challenges_below_nothing_are_nothing():
    opposite = three(challenge=(-3.0, -4.0))

    assert parts(opposite, (0, 1, 2))["challenge"] == 0


def test_a_challenge_not_known_is_like_nobodys():
    assert parts(three(challenge=()), (0, 1, 2))["challenge"] == pytest.approx(1 / 3)


def test_new_faces_are_pairs_that_never_sat_together_however_often():
    assert parts(three(), (0, 1, 2))["novelty"] == pytest.approx(2 / 3)


def test_a_set_counts_by_its_size_and_a_set_of_one_for_nothing():
    assert parts(three(), (0, 1), (2,))["novelty"] == 0
    assert parts(three(), (0, 2), (1,))["novelty"] == pytest.approx(2 / 3)


def test_the_total_weighs_the_parts_and_the_poorest_tenth():
    of = Brief(
        people=tuple(person(f"p{at}", function="xyxx"[at]) for at in range(4)),
        weights={"function": 3.0, "fairness": 1.0},
    )

    score = independent.score(of, division((0, 1), (2, 3)))

    assert score["sets"] == {"s0": 1, "s1": 0}
    assert score["fairness"] == 0
    assert score["total"] == (3 * 0.5 + 1 * 0) / 4


def test_each_rule_is_counted_as_it_is_written():
    of = brief(
        people=(
            Person("p0", organisation="a", level=1, manager="p1", available=0b11),
            Person("p1", organisation="a", level=4, available=0b01),
            Person("p2", organisation="b", level=2, available=0b11),
            Person("p3", organisation="c", level=2, available=0b11),
            Person("p4", organisation="c", level=2, available=0b11),
        ),
        facilitators=(Facilitator("f", available=0b11),),
        rules=Rules(
            sets=3,
            size_min=3,
            size_max=4,
            level_gap=2,
            max_per_organisation=1,
            min_organisations=2,
        ),
        must=(("p0", "p3"),),
        must_not=(("p1", "p2"),),
        exclusive=(frozenset({"a", "b"}),),
    )

    assert independent.broken(of, division((0, 1, 2), (3,))) == {
        "assigned_once": 1,
        "number_of_sets": 1,
        "size": 1,
        "line_manager": 1,
        "must": 1,
        "must_not": 1,
        "availability": 1,
        "organisation_mix": 2,
        "exclusive": 2,
        "level_gap": 1,
        "facilitator": 2,
    }


@pytest.mark.parametrize(("depth", "kept_apart"), [(0, 0), (1, 2), (2, 3), (None, 3)])
def test_a_line_is_kept_apart_as_deep_as_asked(depth, kept_apart):
    of = brief(
        people=(person("p0"), person("p1", manager="p0"), person("p2", manager="p1")),
        facilitators=(),
        rules=Rules(size_min=1, line_depth=depth),
    )

    counts = independent.broken(of, division((0, 1, 2)))

    assert counts.get("line_manager", 0) == kept_apart


def test_the_fewest_sets_without_a_facilitator_are_found_by_moving_along():
    of = brief(
        people=(person("p0"), person("p1", available=0b11)),
        facilitators=(
            Facilitator("f0", available=ALWAYS),
            Facilitator("f1", available=ALWAYS & ~0b11),
        ),
        rules=Rules(size_min=1),
    )

    # The first set must leave f0, who alone can take the second.
    assert independent.fewest_without(of, division((0,), (1,))) == 0
    assert independent.fewest_without(of, division((0,), (1,), ())) == 1
