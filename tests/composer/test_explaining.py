"""Explaining: reasons that are true, and that tell nothing told in confidence."""

from dataclasses import fields, is_dataclass, replace

import pytest

from askwell.composer.appraising import Alikeness, appraise
from askwell.composer.brief import Facilitator, Locks, Rules
from askwell.composer.explaining import (
    FacilitatorExplained,
    FacilitatorReason,
    Shaper,
    Shaping,
    Standing,
    explain,
)
from askwell.composer.proposal import ProposedSet
from composer.briefs import ALWAYS, brief, division, people

TWO_SETS = ((0, 1, 2, 3), (4, 5, 6, 7))


def explained(of, *sets, facilitators=()):
    sets = division(*(sets or TWO_SETS), facilitators=facilitators)
    return explain(of, appraise(of, sets))


def shaping(of, *sets):
    return explained(of, *sets)["s0"].shaped


def changed(count=8, **numbered):
    """People, some of them otherwise: p2={...}."""
    return tuple(replace(each, **numbered.get(each.id, {})) for each in people(count))


def test_a_set_is_strong_where_it_is_better_than_the_others():
    one_place = {f"p{at}": {"location": "here"} for at in (4, 5, 6, 7)}
    of = brief(people=changed(**one_place), facilitators=())

    found = explained(of)

    assert "location" in {trait.wish for trait in found["s0"].strong}
    weak = found["s1"].weak[0]
    assert (weak.wish, weak.value, weak.kinds) == ("location", 0.0, 1)
    assert weak.usual == pytest.approx(0.5)


def test_new_faces_count_the_pairs_that_have_met():
    of = brief(8, facilitators=(), earlier=(frozenset({"p4", "p5", "p6"}),))

    found = explained(of)

    weak = {trait.wish: trait for trait in found["s1"].weak}
    assert weak["novelty"].kinds == 3


def test_a_wish_that_does_not_count_is_no_strength():
    of = brief(8, facilitators=(), weights={"level": 1.0})

    found = explained(of)

    told = [trait for each in found.values() for trait in (*each.strong, *each.weak)]
    assert {trait.wish for trait in told} == {"level"}


def test_sets_stand_among_the_best_and_the_poorest():
    places = {f"p{at}": {"location": "here", "function": "f"} for at in range(4)}
    of = brief(16, people=changed(16, **places), facilitators=())
    quarters = [range(at, at + 4) for at in range(0, 16, 4)]

    found = explained(of, *quarters)

    assert found["s0"].standing == Standing.AMONG_THE_POOREST
    assert Standing.AMONG_THE_BEST in {each.standing for each in found.values()}


def test_a_set_alone_has_none_to_stand_among():
    of = brief(4, facilitators=())

    found = explained(of, range(4))

    assert found["s0"].standing == Standing.ALONE


def test_people_who_must_be_together_shape_a_set():
    of = brief(8, facilitators=(), must=(("p0", "p2"), ("p1", "p5")))

    assert shaping(of) == (Shaping(Shaper.MUST, ("p0", "p2"), count=2),)


def test_people_with_few_hours_shape_a_set():
    of = brief(people=changed(p1={"available": 0b111}), facilitators=())

    assert shaping(of) == (Shaping(Shaper.FEW_HOURS, ("p1",), count=3),)


def test_just_enough_common_hours_shape_a_set():
    rules = Rules(size_min=3, size_max=5, min_common_blocks=8)
    of = brief(8, rules=rules, facilitators=())

    shaped = shaping(of)

    assert Shaping(Shaper.JUST_ENOUGH_HOURS, count=ALWAYS.bit_count()) in shaped


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (
            {"max_per_organisation": 2},
            Shaping(Shaper.ORGANISATION_FULL, ("p0", "p1"), "o", 2),
        ),
        (
            {"min_organisations": 3},
            Shaping(Shaper.JUST_ENOUGH_ORGANISATIONS, count=3),
        ),
        (
            {"level_gap": 2},
            Shaping(Shaper.LEVELS_AT_THE_GAP, ("p0", "p2", "p3"), count=2),
        ),
        ({"size_max": 4}, Shaping(Shaper.LARGEST, count=4)),
        ({"size_min": 4}, Shaping(Shaper.SMALLEST, count=4)),
    ],
)
def test_a_rule_at_its_limit_shapes_a_set(rules, expected):
    two_of_one = changed(p0={"organisation": "o"}, p1={"organisation": "o"})
    rules = Rules(**({"size_min": 3, "size_max": 5} | rules))
    of = brief(people=two_of_one, rules=rules, facilitators=())

    assert shaping(of) == (expected,)


def test_what_is_locked_shapes_a_set():
    of = brief(
        8, facilitators=(), locks=Locks(people={"p1": "s0"}, sets=frozenset({"s1"}))
    )

    found = explained(of)

    assert found["s0"].shaped == (Shaping(Shaper.LOCKED, ("p1",), count=1),)
    assert found["s1"].shaped == (
        Shaping(Shaper.LOCKED, ("p4", "p5", "p6", "p7"), count=4),
    )


def test_the_only_facilitator_who_fits_is_told_as_such():
    of = brief(
        8,
        facilitators=(
            Facilitator("f0", available=ALWAYS, capacity=2, organisation="elsewhere"),
            Facilitator("f1", person="p0", available=ALWAYS),
        ),
    )

    found = explained(of, facilitators=("f0", "f1"))

    assert found["s0"].facilitator == FacilitatorExplained(
        FacilitatorReason.ONLY_ONE_WHO_FITS,
        facilitator="f0",
        fitting=1,
        sets=1,
        capacity=2,
        common_blocks=8,
        outside=True,
    )
    assert found["s1"].facilitator.reason == FacilitatorReason.ONE_OF_FEW


@pytest.mark.parametrize(
    ("about", "named", "reason"),
    [
        ({"leaders": 5}, "f0", FacilitatorReason.ONE_OF_MANY),
        ({"leaders": 2}, None, FacilitatorReason.ALL_TAKEN),
        (
            {"facilitators": (Facilitator("f0", available=1),)},
            None,
            FacilitatorReason.NOBODY_FITS,
        ),
        (
            {"facilitators": (Facilitator("f0", available=1),)},
            "f0",
            FacilitatorReason.DOES_NOT_FIT,
        ),
        ({"leaders": 2}, "stranger", FacilitatorReason.DOES_NOT_FIT),
        (
            {"leaders": 2, "locks": Locks(facilitators={"s0": "f0"})},
            "f0",
            FacilitatorReason.LOCKED,
        ),
    ],
)
def test_why_a_set_has_its_facilitator_or_none(about, named, reason):
    of = brief(8, **about)

    found = explained(of, facilitators=(named, None))

    assert found["s0"].facilitator.reason == reason


def test_where_nobody_facilitates_nothing_is_said_of_it():
    of = brief(8, facilitators=())

    found = explained(of)

    assert found["s0"].facilitator is None


@pytest.mark.parametrize(
    ("challenges", "word"),
    [
        ([(1, 0), (1, 0), (1, 0), (1, 0)], Alikeness.ALIKE),
        ([(1, 0), (1, 0), (1, 1), (-1, 3)], Alikeness.SOMEWHAT),
        ([(1, 0), (0, 1), (-1, 0), (0, -1)], Alikeness.VARIED),
        ([(1, 0), (1, 0), (1, 0), ()], None),
    ],
)
def test_challenges_are_told_in_one_word_from_four_on(challenges, word):
    about = {f"p{at}": {"challenge": each} for at, each in enumerate(challenges)}
    of = brief(people=changed(4, **about), facilitators=())

    found = explained(of, range(4))

    assert found["s0"].challenges == word


def test_nothing_explained_is_about_single_challenges_or_private_wishes():
    of = brief(8, facilitators=(), must_not=(("p0", "p1"), ("p2", "p6")))
    plain = brief(8, facilitators=())

    found = explained(of)

    assert found == explained(plain)
    assert "challenge" not in set(names_in(found["s0"])) | set(names_in(found["s1"]))


def names_in(value):
    """Every string in an explanation, however deep."""
    if is_dataclass(value):
        for field in fields(value):
            yield from names_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from names_in(each)
    elif isinstance(value, str):
        yield str(value)


def test_an_unfinished_division_can_be_explained():
    of = brief(6, leaders=1)
    sets = (ProposedSet("empty", ()), ProposedSet("odd", ("p0", "stranger"), "f0"))

    found = explain(of, appraise(of, sets))

    assert set(found) == {"empty", "odd"}
    assert found["empty"].shaped == ()
