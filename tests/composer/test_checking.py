"""Checking: every way in which a brief makes no sense is told, and none by mistake."""

from dataclasses import replace

import pytest

from askwell.composer.brief import Brief, Facilitator, Locks, Rules
from askwell.composer.checking import Fault, Wrong, chains, check
from composer.briefs import brief, people, person


def test_a_brief_that_makes_sense_has_no_fault():
    of = brief(
        must=(("p0", "p1"), ("p1", "p2")),
        must_not=(("p0", "p3"),),
        locks=Locks(people={"p0": "a", "p1": "a"}, facilitators={"a": "f0"}),
    )

    faults = check(of)

    assert faults == ()


def test_nobody_is_no_brief():
    faults = check(Brief(people=()))

    assert faults == (Fault(Wrong.NOBODY),)


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        ({"size_min": 0}, Fault(Wrong.SIZES, (), 0, 8)),
        ({"size_min": 6, "size_max": 5}, Fault(Wrong.SIZES, (), 6, 5)),
        ({"sets": 0}, Fault(Wrong.NUMBER_OF_SETS, (), 0, 12)),
        ({"sets": 13}, Fault(Wrong.NUMBER_OF_SETS, (), 13, 12)),
        ({"min_common_blocks": -1}, Fault(Wrong.NEGATIVE_RULE, (), -1, 0)),
        ({"line_depth": -1}, Fault(Wrong.NEGATIVE_RULE, (), -1, 0)),
        ({"level_gap": -2}, Fault(Wrong.NEGATIVE_RULE, (), -2, 0)),
        ({"min_organisations": 9}, Fault(Wrong.ORGANISATION_RULES, (), 9, 8)),
        ({"max_per_organisation": 0}, Fault(Wrong.ORGANISATION_RULES, (), 0, 1)),
    ],
)
def test_rules_that_cannot_be_kept_are_told(rules, fault):
    of = brief(rules=Rules(**rules))

    faults = check(of)

    assert faults == (fault,)


@pytest.mark.parametrize(
    ("about", "fault"),
    [
        (
            {"people": (*people(2), person("p1"))},
            Fault(Wrong.PERSON_TWICE, ("p1",)),
        ),
        (
            {"facilitators": (Facilitator("f"), Facilitator("f"))},
            Fault(Wrong.FACILITATOR_TWICE, ("f",)),
        ),
        (
            {"facilitators": (Facilitator("f", capacity=-1),)},
            Fault(Wrong.CAPACITY, ("f",), allowed=0),
        ),
        (
            {"facilitators": (Facilitator("f", person="x"),)},
            Fault(Wrong.UNKNOWN_MEMBER_FACILITATOR, ("x",)),
        ),
        ({"weights": {"level": 0.0}}, Fault(Wrong.WEIGHTS)),
        ({"weights": {"level": -1.0}}, Fault(Wrong.WEIGHTS, ("level",))),
        ({"weights": {"luck": 1.0}}, Fault(Wrong.UNKNOWN_WISH, ("luck",))),
        ({"fairness_share": 0.0}, Fault(Wrong.FAIRNESS_SHARE)),
        (
            {"people": (*people(3), person("q", challenge=(1.0,)))},
            Fault(Wrong.CHALLENGE_LENGTHS, (), 1, 3),
        ),
        (
            {"people": (*people(3), person("q", manager="q"))},
            Fault(Wrong.OWN_MANAGER, ("q",)),
        ),
        ({"must": (("p0", "x"),)}, Fault(Wrong.UNKNOWN_IN_MUST, ("x",))),
        ({"must": (("p0", "p0"),)}, Fault(Wrong.PAIR_WITH_ONESELF, ("p0",))),
        (
            {"locks": Locks(people={"x": "a"})},
            Fault(Wrong.UNKNOWN_LOCKED_PERSON, ("x",)),
        ),
        (
            {"locks": Locks(facilitators={"a": "x"})},
            Fault(Wrong.UNKNOWN_LOCKED_FACILITATOR, ("x",)),
        ),
        (
            {"locks": Locks(facilitators={"a": "f0", "b": "f0"})},
            Fault(Wrong.LOCKED_BEYOND_CAPACITY, ("f0",), 2, 1),
        ),
        (
            {"must": (("p0", "p1"),), "locks": Locks(people={"p0": "a", "p1": "b"})},
            Fault(Wrong.MUST_LOCKED_APART, ("p0", "p1")),
        ),
        (
            {"locks": Locks(people={f"p{at}": "a" for at in range(6)})},
            Fault(Wrong.LOCKED_SET_TOO_LARGE, ("a",), 6, 5),
        ),
        (
            {
                "rules": Rules(sets=1, size_max=12),
                "locks": Locks(people={"p0": "a"}, sets=frozenset("b")),
            },
            Fault(Wrong.TOO_MANY_LOCKED_SETS, ("a", "b"), 2, 1),
        ),
        (
            {"must": tuple((f"p{at}", f"p{at + 1}") for at in range(5))},
            Fault(Wrong.MUST_CHAIN_TOO_LARGE, tuple(f"p{at}" for at in range(6)), 6, 5),
        ),
    ],
)
def test_what_makes_no_sense_is_told(about, fault):
    of = brief(**about)

    faults = check(of)

    assert faults == (fault,)


@pytest.mark.parametrize(
    ("changed", "about", "fault"),
    [
        ({"manager": "p0"}, {}, Fault(Wrong.MUST_IN_ONE_LINE, ("p1", "p0"))),
        (
            {"manager": "boss"},
            {"managers": {"boss": "p0"}, "rules": Rules(line_depth=None)},
            Fault(Wrong.MUST_IN_ONE_LINE, ("p1", "p0")),
        ),
        (
            {"level": 5},
            {"rules": Rules(level_gap=2)},
            Fault(Wrong.MUST_ACROSS_LEVELS, ("p0", "p1"), 4, 2),
        ),
        (
            {"organisation": "rival"},
            {"exclusive": (frozenset({"o0", "rival"}),)},
            Fault(Wrong.MUST_OF_COMPETITORS, ("p0", "p1")),
        ),
        (
            {"available": 0b1},
            {},
            Fault(Wrong.MUST_WITHOUT_COMMON_TIME, ("p0", "p1"), 1, 2),
        ),
    ],
)
def test_a_must_pair_that_another_rule_keeps_apart_is_told(changed, about, fault):
    first, second, *others = people(12)
    everybody = (first, replace(second, **changed), *others)
    of = brief(people=everybody, must=(("p0", "p1"),), **about)

    faults = check(of)

    assert faults == (fault,)


@pytest.mark.parametrize(
    ("about", "wrong"),
    [
        ({"must_not": (("p0", "x"),)}, Wrong.UNKNOWN_IN_MUST_NOT),
        (
            {"must_not": (("p0", "p2"),), "must": (("p0", "p1"), ("p1", "p2"))},
            Wrong.MUST_AND_MUST_NOT,
        ),
        (
            {
                "must_not": (("p0", "p1"),),
                "locks": Locks(people={"p0": "a", "p1": "a"}),
            },
            Wrong.MUST_NOT_LOCKED_TOGETHER,
        ),
    ],
)
def test_a_fault_in_a_private_wish_names_nobody(about, wrong):
    of = brief(**about)

    faults = check(of)

    assert faults == (Fault(wrong, there=1),)


def test_pairs_that_share_somebody_are_one_chain():
    of = brief(must=(("p0", "p1"), ("p2", "p3"), ("p3", "p1"), ("p5", "p6")))

    found = chains(of)

    assert sorted(map(sorted, found)) == [["p0", "p1", "p2", "p3"], ["p5", "p6"]]
