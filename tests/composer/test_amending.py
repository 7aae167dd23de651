"""Amending: rules are kept again, the fewest people move, and nobody locked."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.composer.amending import Moved, Taken, around, join, leave, merge, staff
from askwell.composer.amending.matching import FREE, Matching
from askwell.composer.appraising import appraise
from askwell.composer.brief import Facilitator, Locks, Rules
from askwell.composer.proposal import Rule
from composer import independent
from composer.briefs import ALWAYS, any_case, brief, division, people, person

SIZES = Rules(size_min=3, size_max=4)


def found(of, *sets, facilitators=()):
    return appraise(of, division(*sets, facilitators=facilitators))


def test_a_newcomer_gets_the_best_place_there_is_room_in():
    of = brief(7, facilitators=(), rules=SIZES)
    proposal = found(of, (0, 1, 2), (3, 4, 5, 6))

    amendment = join(of, proposal, [person("new", location="elsewhere")])

    assert amendment.placed == (Moved("new", None, "s0"),)
    assert amendment.moved == ()
    assert amendment.proposal.broken == ()
    assert "new" in {each.id for each in amendment.brief.people}


def test_somebody_makes_room_where_the_newcomer_fits_nowhere_else():
    early, late = 0b0011, 0b1100
    them = (
        *(person(f"p{at}", available=early) for at in range(3)),
        person("p3", available=early | late),
        *(person(f"p{at}", available=late) for at in range(4, 7)),
    )
    of = brief(people=them, facilitators=(), rules=SIZES)
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6))

    amendment = join(of, proposal, [person("new", available=early)])

    assert amendment.proposal.broken == ()
    assert amendment.placed == (Moved("new", None, "s0"),)
    assert amendment.moved == (Moved("p3", "s0", "s1"),)


def test_newcomers_without_room_open_a_set_if_the_number_is_open():
    of = brief(8, facilitators=(), rules=SIZES)
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6, 7))

    amendment = join(of, proposal, [person("new")])

    assert amendment.proposal.broken == ()
    assert len(amendment.proposal.sets) == 3
    assert len(amendment.moved) == 2


def test_newcomers_without_room_stay_without_if_the_number_is_fixed():
    of = brief(8, facilitators=(), rules=replace(SIZES, sets=2))
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6, 7))

    amendment = join(of, proposal, [person("new")])

    assert [each.rule for each in amendment.proposal.broken] == [Rule.ASSIGNED_ONCE]
    assert amendment.moved == amendment.placed == ()


def test_a_leaver_is_missed_by_nobody_where_the_set_can_do_without():
    of = brief(8, facilitators=(), rules=SIZES)
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6, 7))

    amendment = leave(of, proposal, ["p0"])

    assert amendment.left == (Moved("p0", "s0", None),)
    assert amendment.moved == ()
    assert amendment.proposal.broken == ()


def test_a_set_grown_too_small_gets_one_of_a_larger_set():
    of = brief(7, facilitators=(), rules=replace(SIZES, sets=2))
    proposal = found(of, (0, 1, 2), (3, 4, 5, 6))

    amendment = leave(of, proposal, ["p0"])

    assert amendment.proposal.broken == ()
    (moved,) = amendment.moved
    assert (moved.from_set, moved.to_set) == ("s1", "s0")


def test_a_set_that_cannot_be_filled_is_dissolved():
    of = brief(9, facilitators=(), rules=Rules(sets=3, size_min=3, size_max=4))
    proposal = found(of, (0, 1, 2), (3, 4, 5), (6, 7, 8))

    amendment = leave(of, proposal, ["p0"])

    assert amendment.proposal.broken == ()
    assert amendment.brief.rules.sets == 2
    assert {each.person for each in amendment.moved} == {"p1", "p2"}


def test_a_leaver_who_facilitates_still_may():
    of = brief(
        7,
        facilitators=(Facilitator("f0", person="p0", available=ALWAYS, capacity=2),),
        must=(("p0", "p1"),),
        locks=Locks(people={"p0": "s0"}),
        rules=SIZES,
    )
    proposal = found(of, (0, 1, 2), (3, 4, 5, 6), facilitators=(None, "f0"))

    amendment = leave(of, proposal, ["p0"])

    (leader,) = amendment.brief.facilitators
    assert (leader.person, leader.line) == (None, "p0")
    assert amendment.brief.must == ()
    assert amendment.brief.locks == Locks()
    assert amendment.proposal.broken == ()


def test_the_thinnest_set_goes_and_its_people_fill_the_others():
    of = brief(9, facilitators=(), rules=Rules(sets=3, size_min=4, size_max=5))
    proposal = found(of, (0, 1), (2, 3, 4), (5, 6, 7, 8))

    amendment = merge(of, proposal)

    assert amendment.proposal.broken == ()
    assert amendment.brief.rules.sets == 2
    assert {each.person for each in amendment.moved} == {"p0", "p1"}


def test_a_named_set_is_dissolved_whatever_its_size():
    of = brief(10, facilitators=(), rules=Rules(size_min=3, size_max=5))
    proposal = found(of, (0, 1, 2), (3, 4, 5), (6, 7, 8, 9))

    amendment = merge(of, proposal, sets=["s1"])

    assert {each.id for each in amendment.proposal.sets} == {"s0", "s2"}
    assert {each.person for each in amendment.moved} == {"p3", "p4", "p5"}
    assert amendment.proposal.broken == ()


def test_the_last_set_is_not_dissolved():
    of = brief(2, facilitators=(), rules=SIZES)
    proposal = found(of, (0, 1))

    amendment = merge(of, proposal)

    assert amendment.proposal.sets == proposal.sets


def test_facilitators_change_as_few_sets_as_can_be():
    always, early = ALWAYS, 0b11
    them = [
        replace(each, available=early if at < 4 else always)
        for at, each in enumerate(people(8))
    ]
    of = brief(
        people=tuple(them),
        facilitators=(
            Facilitator("f0", available=always),
            Facilitator("f1", available=always & ~early),
        ),
    )
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6, 7), facilitators=(None, "f0"))

    amendment = staff(of, proposal)

    assert amendment.proposal.broken == ()
    assert amendment.moved == ()
    assert amendment.taken == (Taken("s0", None, "f0"), Taken("s1", "f0", "f1"))


def test_a_locked_facilitator_keeps_the_set():
    of = brief(8, leaders=2, locks=Locks(facilitators={"s1": "f0"}))
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6, 7), facilitators=("f0", None))

    amendment = staff(of, proposal)

    assert [each.facilitator for each in amendment.proposal.sets] == ["f1", "f0"]


def test_people_move_for_a_facilitator_where_nothing_else_helps():
    of = brief(
        7,
        rules=SIZES,
        facilitators=(
            Facilitator("f0", person="p0", available=ALWAYS),
            Facilitator("f1", person="p1", available=ALWAYS),
        ),
    )
    proposal = found(of, (0, 1, 2), (3, 4, 5, 6))

    amendment = around(of, proposal, Locks())

    assert amendment.proposal.broken == ()
    assert len(amendment.moved) == 2


def test_around_locks_only_those_move_who_must():
    of = brief(8, facilitators=(), rules=SIZES)
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6, 7))

    amendment = around(of, proposal, Locks(people={"p0": "s1", "p5": "s1"}))

    assert amendment.proposal.broken == ()
    assert Moved("p0", "s0", "s1") in amendment.moved
    assert len(amendment.moved) == 2
    assert "p5" not in {each.person for each in amendment.moved}


def test_nothing_changes_where_nothing_is_broken():
    of = brief(8, facilitators=(), rules=SIZES)
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6, 7))

    amendment = around(of, proposal, Locks())

    assert amendment.proposal == proposal
    assert amendment.moved == amendment.placed == amendment.left == ()


def test_must_pairs_are_brought_together():
    of = brief(8, facilitators=(), rules=SIZES, must=(("p0", "p4"),))
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6, 7))

    amendment = around(of, proposal, Locks())

    assert amendment.proposal.broken == ()
    assert len(amendment.moved) == 2


@settings(max_examples=40, deadline=None)
@given(any_case(9), st.data())
def test_nobody_locked_moves_and_no_more_is_broken_than_before(case, data):
    of, sets = case
    ids = [each.id for each in sets]
    seats = {who: each.id for each in sets for who in each.members}
    locked = data.draw(st.sets(st.sampled_from(sorted(seats) or [""]), max_size=3))
    locks = Locks(
        people={who: seats[who] for who in locked if who in seats},
        sets=frozenset(data.draw(st.sets(st.sampled_from(ids), max_size=1))),
    )
    proposal = appraise(of, sets)

    amendment = around(of, proposal, locks)

    now = {who: each.id for each in amendment.proposal.sets for who in each.members}
    assert all(now[who] == at for who, at in locks.people.items())
    there = {each.id: each for each in amendment.proposal.sets}
    for each in sets:
        if each.id in locks.sets and each.members:
            assert there[each.id] == each
    before = sum(independent.broken(of, [e for e in sets if e.members]).values())
    after = independent.broken(amendment.brief, amendment.proposal.sets)
    assert sum(after.values()) <= before
    assert len(amendment.proposal.broken) == sum(after.values())


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_matching_is_as_good_as_trying_everything(data):
    sets, leaders = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 4))
    of_leaders = st.integers(0, leaders - 1)
    fits = [sorted(data.draw(st.sets(of_leaders))) for _ in range(sets)]
    current = [data.draw(st.just(FREE) | of_leaders) for _ in range(sets)]
    capacity = [data.draw(st.integers(0, 2)) for _ in range(leaders)]

    taken = Matching(fits, current, capacity).solved()

    def worth(choice):
        matched = sum(leader != FREE for leader in choice)
        changed = sum(
            leader not in (FREE, was)
            for leader, was in zip(choice, current, strict=True)
        )
        return matched, -changed

    allowed = [
        choice
        for choice in product(*([FREE, *each] for each in fits))
        if all(choice.count(leader) <= capacity[leader] for leader in range(leaders))
    ]
    assert tuple(taken) in allowed
    assert worth(taken) == max(worth(choice) for choice in allowed)


@pytest.mark.parametrize("change", [join, leave])
def test_strangers_in_a_proposal_are_gone_afterwards(change):
    of = brief(8, facilitators=(), rules=SIZES)
    smaller = replace(of, people=of.people[:7])
    proposal = found(of, (0, 1, 2, 3), (4, 5, 6, 7))

    amendment = change(smaller, proposal)

    assert amendment.left == (Moved("p7", "s1", None),)
    assert amendment.proposal.broken == ()
