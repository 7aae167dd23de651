"""Colliding: what collides, for whom, and relaxations that do what they say."""

from dataclasses import replace

import pytest

from askwell.composer.appraising import appraise
from askwell.composer.brief import Facilitator, Locks, Rules
from askwell.composer.checking import check
from askwell.composer.colliding import Clash, Lever, Relaxing, collisions
from askwell.composer.composing import compose
from askwell.composer.proposal import Rule
from composer.briefs import ALWAYS, brief, division, people

STEPS = 2000
SIZES = Rules(size_min=3, size_max=4)


def found(of):
    return collisions(of, compose(of, steps=STEPS), steps=STEPS)


def only(of, clash):
    (collision,) = (each for each in found(of) if each.clash == clash)
    return collision


def levers(collision):
    return [[change.lever for change in e.changes] for e in collision.relaxations]


def changed(count, **numbered):
    return tuple(replace(each, **numbered.get(each.id, {})) for each in people(count))


def test_where_nothing_is_broken_nothing_collides():
    of = brief(8, facilitators=(), rules=SIZES)
    proposal = appraise(of, division((0, 1, 2, 3), (4, 5, 6, 7)))

    assert collisions(of, proposal) == ()


def test_too_few_people_for_so_many_sets():
    of = brief(8, facilitators=(), rules=replace(SIZES, sets=3))

    collision = only(of, Clash.TOO_FEW_PEOPLE)

    assert (collision.there, collision.needed) == (8, 9)
    smaller, fewer = collision.relaxations
    assert smaller.changes == (Relaxing(Lever.SIZE_MIN, 3, 2),)
    assert smaller.concerns == 2
    assert fewer.changes == (Relaxing(Lever.SETS, 3, 2),)
    assert fewer.brief.rules.sets == 2
    assert smaller.tried
    assert fewer.tried


def test_too_many_people_for_so_few_sets():
    of = brief(9, facilitators=(), rules=replace(SIZES, sets=2))

    collision = only(of, Clash.TOO_MANY_PEOPLE)

    assert (collision.there, collision.needed) == (9, 8)
    assert [each.changes for each in collision.relaxations] == [
        (Relaxing(Lever.SIZE_MAX, 4, 5),),
        (Relaxing(Lever.SETS, 2, 3),),
    ]
    assert all(each.tried for each in collision.relaxations)


def test_no_number_of_sets_divides_so_many():
    of = brief(7, facilitators=(), rules=Rules(size_min=5, size_max=6))

    collision = only(of, Clash.NO_NUMBER_FITS)

    assert levers(collision) == [[Lever.SIZE_MAX], [Lever.SIZE_MIN]]
    assert collision.relaxations[0].tried


def test_an_organisation_larger_than_its_places():
    many = {f"p{at}": {"organisation": "big"} for at in range(5)}
    rules = replace(SIZES, sets=2, max_per_organisation=2)
    of = brief(people=changed(8, **many), facilitators=(), rules=rules)

    collision = only(of, Clash.ORGANISATION_TOO_LARGE)

    assert collision.organisations == ("big",)
    assert collision.people == tuple(f"p{at}" for at in range(5))
    assert (collision.there, collision.needed) == (5, 4)
    assert collision.relaxations[0].changes == (
        Relaxing(Lever.MAX_PER_ORGANISATION, 2, 3),
    )


def test_sets_of_more_organisations_than_there_are():
    alike = {f"p{at}": {"organisation": f"o{at % 2}"} for at in range(8)}
    rules = replace(SIZES, min_organisations=3)
    of = brief(people=changed(8, **alike), facilitators=(), rules=rules)

    collision = only(of, Clash.TOO_FEW_ORGANISATIONS)

    assert (collision.there, collision.needed) == (2, 3)
    assert collision.relaxations[0].tried


def test_somebody_free_when_hardly_anybody_else_is():
    of = brief(
        people=changed(9, p0={"available": 0b11 << 9}),
        facilitators=(),
        rules=Rules(size_min=3, size_max=5),
    )

    collision = only(of, Clash.NO_COMMON_TIME)

    assert collision.people == ("p0",)
    assert (collision.there, collision.needed) == (1, 3)
    assert levers(collision) == [[Lever.WITHOUT]]
    assert collision.relaxations[0].tried


def test_fewer_common_blocks_help_whoever_shares_some():
    of = brief(people=changed(9, p0={"available": 0b1}), facilitators=(), rules=SIZES)

    collision = only(of, Clash.NO_COMMON_TIME)

    assert [each.changes for each in collision.relaxations] == [
        (Relaxing(Lever.MIN_COMMON_BLOCKS, 2, 1),),
        (Relaxing(Lever.WITHOUT, about=("p0",)),),
    ]


def test_somebody_whose_level_is_far_from_all_others():
    of = brief(
        people=changed(9, p0={"level": 5}),
        facilitators=(),
        rules=replace(SIZES, level_gap=1, size_max=5),
    )

    collision = only(of, Clash.LEVELS_TOO_FAR)

    assert collision.people == ("p0",)
    assert [each.changes for each in collision.relaxations] == [
        (Relaxing(Lever.LEVEL_GAP, 1, 2),),
        (Relaxing(Lever.WITHOUT, about=("p0",)),),
    ]
    assert all(each.concerns == 1 for each in collision.relaxations)


def test_facilitators_who_can_take_too_few_sets():
    of = brief(8, leaders=1, rules=SIZES)

    collision = only(of, Clash.TOO_LITTLE_CAPACITY)

    assert (collision.there, collision.needed) == (1, 2)
    assert collision.relaxations[0].changes == (
        Relaxing(Lever.CAPACITY, 1, 2, ("f0",)),
    )
    assert collision.relaxations[0].tried


def test_facilitators_who_are_not_free_when_the_sets_are():
    of = brief(
        8,
        rules=SIZES,
        facilitators=(
            Facilitator("f0", available=ALWAYS),
            Facilitator("f1", available=0b1),
        ),
    )

    collision = only(of, Clash.NO_FACILITATOR_FITS)

    assert (collision.there, collision.needed) == (1, 2)
    assert collision.facilitators == ("f0",)
    assert [each.changes for each in collision.relaxations] == [
        (Relaxing(Lever.CAPACITY, 1, 2, ("f0",)),),
        (Relaxing(Lever.MIN_COMMON_BLOCKS, 2, 1),),
    ]


def test_competitors_who_cannot_be_kept_apart():
    homes = {f"p{at}": {"organisation": f"rival{at % 3}"} for at in range(8)}
    rivals = frozenset({"rival0", "rival1", "rival2"})
    of = brief(
        people=changed(8, **homes),
        facilitators=(),
        exclusive=(rivals,),
        rules=replace(SIZES, sets=2),
    )

    collision = only(of, Clash.COMPETITORS)

    assert collision.organisations == tuple(sorted(rivals))
    assert (collision.there, collision.needed) == (2, 3)
    assert levers(collision) == [[Lever.EXCLUSIVE]]
    assert collision.relaxations[0].brief.exclusive == ()
    assert collision.relaxations[0].tried


@pytest.mark.parametrize(
    ("second", "about", "clash", "expected"),
    [
        (
            {"manager": "boss"},
            {"managers": {"boss": "p0"}, "rules": replace(SIZES, line_depth=2)},
            Clash.MUST_IN_ONE_LINE,
            [[Lever.LINE_DEPTH], [Lever.MUST]],
        ),
        ({"manager": "p0"}, {}, Clash.MUST_IN_ONE_LINE, [[Lever.MUST]]),
        (
            {"level": 5},
            {"rules": replace(SIZES, level_gap=3)},
            Clash.MUST_ACROSS_LEVELS,
            [[Lever.LEVEL_GAP], [Lever.MUST]],
        ),
        (
            {"organisation": "rival"},
            {"exclusive": (frozenset({"o0", "rival"}),)},
            Clash.MUST_OF_COMPETITORS,
            [[Lever.EXCLUSIVE], [Lever.MUST]],
        ),
        (
            {"available": 0b1},
            {},
            Clash.MUST_WITHOUT_COMMON_TIME,
            [[Lever.MIN_COMMON_BLOCKS], [Lever.MUST]],
        ),
    ],
)
def test_a_must_pair_that_a_rule_keeps_apart(second, about, clash, expected):
    of = brief(
        people=changed(8, p1=second),
        facilitators=(),
        must=(("p0", "p1"),),
        **({"rules": SIZES} | about),
    )

    collision = only(of, clash)

    assert set(collision.people) == {"p0", "p1"}
    assert levers(collision) == expected
    assert all(check(each.brief) == () for each in collision.relaxations)


def test_more_people_to_be_together_than_a_set_holds():
    of = brief(
        8,
        facilitators=(),
        rules=SIZES,
        must=(("p0", "p1"), ("p1", "p2"), ("p2", "p3"), ("p3", "p4")),
    )

    collision = only(of, Clash.MUST_TOO_MANY)

    assert (collision.there, collision.needed) == (5, 4)
    assert levers(collision)[0] == [Lever.MUST]
    assert [Lever.SIZE_MAX] in levers(collision)


def test_a_private_wish_in_the_way_names_nobody():
    of = brief(
        8, facilitators=(), rules=SIZES, must=(("p0", "p1"),), must_not=(("p1", "p0"),)
    )

    told = found(of)

    assert [each.clash for each in told] == [Clash.MUST_AGAINST_PRIVATE_WISH]
    assert told[0].people == told[0].sets == ()
    assert told[0].relaxations[0].changes == (Relaxing(Lever.MUST, 1, 0),)
    assert told[0].relaxations[0].brief.must == ()


def test_a_line_longer_than_there_are_sets():
    line = {
        "p1": {"manager": "p0"},
        "p2": {"manager": "p1"},
    }
    of = brief(
        people=changed(8, **line),
        facilitators=(),
        rules=replace(SIZES, sets=2, line_depth=None),
    )

    collision = only(of, Clash.LINE_TOO_LONG)

    assert collision.people == ("p2", "p1", "p0")
    assert collision.relaxations[0].changes == (Relaxing(Lever.LINE_DEPTH, None, 1),)
    assert collision.relaxations[0].tried


def test_people_locked_together_who_may_not_be():
    of = brief(
        people=changed(8, p1={"manager": "p0"}),
        facilitators=(),
        rules=SIZES,
        locks=Locks(people={"p0": "a", "p1": "a", "p2": "a"}),
    )

    collision = only(of, Clash.LOCKED_IN_BREACH)

    assert collision.rules == (Rule.LINE_MANAGER,)
    assert collision.people == ("p0", "p1")
    assert collision.sets == ("a",)
    assert set(collision.relaxations[0].brief.locks.people) == {"p2"}
    assert collision.relaxations[0].tried


def test_a_division_that_a_longer_search_mends_collides_with_nothing():
    of = brief(8, facilitators=(), rules=SIZES)
    proposal = appraise(of, division((0, 1), (2, 3, 4, 5, 6, 7)))

    (collision,) = collisions(of, proposal, steps=STEPS)

    assert collision.clash == Clash.SEARCH_LONGER
    assert collision.rules == (Rule.SIZE,)


def early_and_late(**about):
    """Eight people: only the first four, and the last four, can meet."""
    hours = {
        f"p{at}": {"available": 0b11 if at < 4 else 0b1100, "organisation": f"o{at}"}
        for at in range(8)
    }
    for who, other in about.items():
        hours[who] |= other
    return changed(8, **hours)


def test_what_counting_does_not_show_is_found_by_trying():
    one_home = {"organisation": "big"}
    of = brief(
        people=early_and_late(p0=one_home, p1=one_home, p2=one_home),
        facilitators=(),
        rules=Rules(sets=2, size_min=4, size_max=4, max_per_organisation=2),
    )

    (collision,) = found(of)

    assert collision.clash == Clash.TOGETHER
    assert [Lever.MAX_PER_ORGANISATION] in levers(collision)
    for each in collision.relaxations:
        assert each.tried
        assert compose(each.brief, steps=STEPS).broken == ()


def test_a_rule_that_is_broken_for_anothers_sake_is_not_blamed_alone():
    # Only directors could sit with one another; two of them are in one line.
    top = {"level": 5}
    of = brief(
        people=changed(
            9, p0=top, p1=top | {"manager": "p0"}, p2=top, p3={"level": 4}, p4=top
        ),
        facilitators=(),
        rules=Rules(sets=2, size_min=4, size_max=5, level_gap=1),
    )

    told = found(of)

    assert [Lever.LEVEL_GAP] in [each for one in told for each in levers(one)]


def test_once_a_step_helps_longer_ones_are_not_told():
    of = brief(
        people=early_and_late(p0={"available": 0b1}),
        facilitators=(),
        rules=Rules(sets=2, size_min=4, size_max=4, min_common_blocks=2),
    )

    for collision in found(of):
        told = [[each.lever for each in e.changes] for e in collision.relaxations]
        assert len(told) == len({tuple(each) for each in told})


def test_private_wishes_that_cannot_be_kept_name_neither_people_nor_sets():
    of = brief(
        people=early_and_late(),
        facilitators=(),
        rules=Rules(sets=2, size_min=4, size_max=4),
        must_not=(("p0", "p1"),),
    )
    of_four = division((0, 1, 2, 3), (4, 5, 6, 7))

    (collision,) = collisions(of, appraise(of, of_four), steps=STEPS)

    assert collision.rules == (Rule.MUST_NOT,)
    assert collision.people == collision.sets == ()


def test_several_collisions_are_mended_together():
    of = brief(
        people=changed(9, p0={"available": 0b11 << 9}),
        leaders=1,
        rules=replace(SIZES, sets=2),
    )

    told = found(of)

    assert told[-1].clash == Clash.TOGETHER
    assert told[-1].relaxations
    for each in told[-1].relaxations:
        assert each.tried
        assert len(each.changes) > 1
        assert compose(each.brief, steps=STEPS).broken == ()


def test_the_same_seed_and_steps_find_the_same():
    of = brief(8, facilitators=(), rules=replace(SIZES, sets=3))

    assert found(of) == found(of)
