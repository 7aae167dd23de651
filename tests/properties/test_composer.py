"""Whatever the brief: all are seated, and what is said of it is what is so."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.composer.brief import Brief, Locks, Rules
from askwell.composer.composing import compose
from composer import independent
from composer.briefs import any_brief, brief, facilitators, people

FEW = settings(max_examples=30, deadline=None)
STEPS = 300


@FEW
@given(any_brief(), st.integers(0, 99))
def test_every_rule_is_kept_or_named_as_broken(of, seed):
    proposal = compose(of, seed=seed, steps=STEPS)

    seated = sorted(who for each in proposal.sets for who in each.members)
    assert seated == sorted(each.id for each in of.people)
    assert Counter(each.rule.value for each in proposal.broken) == independent.broken(
        of, proposal.sets
    )


@FEW
@given(any_brief(), st.integers(0, 99))
def test_the_score_is_what_is_counted_independently(of, seed):
    score = compose(of, seed=seed, steps=STEPS).score

    counted = independent.score(of, compose(of, seed=seed, steps=STEPS).sets)
    assert score.total == pytest.approx(counted["total"], abs=1e-9)
    assert score.fairness == pytest.approx(counted["fairness"], abs=1e-9)
    assert score.parts == pytest.approx(counted["parts"], abs=1e-9)
    assert score.sets == pytest.approx(counted["sets"], abs=1e-9)


@FEW
@given(any_brief(), st.integers(0, 99))
def test_the_same_brief_seed_and_steps_give_the_same_answer(of, seed):
    assert compose(of, seed=seed, steps=STEPS) == compose(of, seed=seed, steps=STEPS)


@FEW
@given(st.data())
def test_a_locked_person_never_breaks_another_lock(data):
    of = brief(
        18,
        leaders=4,
        must=(("p0", "p5"), ("p2", "p9")),
        must_not=(("p1", "p3"),),
        rules=Rules(sets=4, size_min=4, size_max=5),
    )
    start = compose(of, steps=STEPS)
    seats = [(who, each.id) for each in start.sets for who in each.members]
    held = dict(data.draw(st.lists(st.sampled_from(seats), max_size=8)))
    further = data.draw(st.sampled_from(seats))
    whole = data.draw(st.frozensets(st.sampled_from([e.id for e in start.sets])))
    locks = Locks(people=held | dict([further]), sets=whole)

    again = compose(replace(of, locks=locks), steps=STEPS, start=start, seed=2)

    where = {who: each.id for each in again.sets for who in each.members}
    assert {who: where[who] for who in locks.people} == locks.people
    before = {each.id: each for each in start.sets}
    after = {each.id: each for each in again.sets}
    assert all(
        set(after[which].members) == set(before[which].members)
        and after[which].facilitator == before[which].facilitator
        for which in whole
    )


@FEW
@given(st.integers(0, 99))
def test_a_brief_that_can_be_met_is_met(seed):
    of = Brief(
        people=people(24),
        facilitators=facilitators(5),
        must=(("p0", "p1"), ("p2", "p3")),
        must_not=(("p0", "p2"), ("p4", "p5")),
        exclusive=(frozenset({"o0", "o1"}),),
        rules=Rules(
            sets=5,
            size_min=4,
            size_max=6,
            max_per_organisation=2,
            min_organisations=3,
            level_gap=2,
        ),
    )

    proposal = compose(replace(of, must=(("p0", "p2"),)[:0]), seed=seed, steps=2000)

    assert proposal.broken == ()
