"""Appraising: the same figures as counted independently, and no change by asking."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.composer import scoring
from askwell.composer.appraising import Alikeness, Board, Step, appraise
from askwell.composer.appraising.fitting import Fitting
from askwell.composer.brief import Locks, Rules
from askwell.composer.proposal import Broken, ProposedSet, Rule
from askwell.composer.tables import tabulate
from composer import independent
from composer.briefs import any_case, brief, division, people, person

FEW = settings(max_examples=60, deadline=None)


def board(of, *sets, **about):
    return Board(of, appraise(of, division(*sets, **about)))


@FEW
@given(any_case())
def test_a_division_is_scored_as_counted_independently(case):
    of, sets = case

    score = appraise(of, sets).score

    counted = independent.score(of, sets)
    assert score.total == pytest.approx(counted["total"], abs=1e-9)
    assert score.fairness == pytest.approx(counted["fairness"], abs=1e-9)
    assert score.parts == pytest.approx(counted["parts"], abs=1e-9)
    assert score.sets == pytest.approx(counted["sets"], abs=1e-9)


@FEW
@given(any_case())
def test_breaches_are_those_counted_independently(case):
    of, sets = case

    broken = appraise(of, sets).broken

    counts = Counter(each.rule.value for each in broken)
    assert counts == independent.broken(of, sets)


@st.composite
def a_change(draw, of, sets):
    """Something to ask a board, as a name and arguments."""
    ids = [each.id for each in sets]
    somebody = st.sampled_from([each.id for each in of.people])
    leaders = st.sampled_from([None, *(each.id for each in of.facilitators)])
    return draw(
        st.one_of(
            st.tuples(
                st.just("move"), st.tuples(somebody, st.sampled_from([None, *ids]))
            ),
            st.tuples(st.just("swap"), st.tuples(somebody, somebody)),
            st.tuples(st.just("take"), st.tuples(leaders, st.sampled_from(ids))),
            st.tuples(st.just("remove"), st.tuples(st.sampled_from(ids))),
            st.tuples(
                st.just("new_set"),
                st.tuples(st.just("new"), st.lists(somebody, unique=True, max_size=3)),
            ),
        )
    )


@FEW
@given(any_case(), st.data())
def test_what_a_change_would_do_is_what_the_changed_division_is(case, data):
    of, sets = case
    before = appraise(of, sets)
    on = Board(of, before)
    name, arguments = data.draw(a_change(of, sets))

    appraisal = getattr(on, name)(*arguments)

    on.apply(appraisal)
    after = appraise(of, on.sets)
    assert appraisal.total.before == pytest.approx(before.score.total, abs=1e-9)
    assert appraisal.total.after == pytest.approx(after.score.total, abs=1e-9)
    for wish, change in appraisal.parts.items():
        parts = after.score.parts | {"fairness": after.score.fairness}
        assert change.after == pytest.approx(parts[wish], abs=1e-9)
    for set_id, change in appraisal.sets.items():
        assert change.after == pytest.approx(after.score.sets[set_id], abs=1e-9)
    was, will = unordered(before.broken), unordered(after.broken)
    assert unordered(appraisal.appearing) == will - was
    assert unordered(appraisal.vanishing) == was - will


def unordered(broken):
    """Rules about pairs and people by whom they are about, others by their set."""
    pairs = (Rule.LINE_MANAGER, Rule.MUST_NOT, Rule.EXCLUSIVE)
    return Counter(
        (each.rule, each.set_id, each.about)
        if each.rule in pairs or each.set_id is None
        else (each.rule, each.set_id)
        for each in broken
    )


@FEW
@given(any_case(), st.data())
def test_doing_and_taking_back_leaves_everything_as_it_was(case, data):
    of, sets = case
    on = Board(of, appraise(of, sets))
    before = on.proposal
    name, arguments = data.draw(a_change(of, sets))
    appraisal = getattr(on, name)(*arguments)

    asked = on.proposal
    on.apply(appraisal)
    on.apply(appraisal.edit.inverse)

    assert asked == before
    assert on.proposal == before


@FEW
@given(any_case())
def test_who_could_facilitate_is_found_for_all_at_once_as_for_each(case):
    of, sets = case
    tables = tabulate(of)

    for each in sets:
        members = tables.places(who for who in each.members)
        fit = Fitting(tables).of(members)
        leaders = range(len(of.facilitators))
        assert fit.tolist() == [
            scoring.fits(tables.arrays, members, leader) for leader in leaders
        ]


def test_an_edit_of_sets_that_have_changed_since_is_not_done():
    on = board(brief(8), (0, 1, 2, 3), (4, 5, 6, 7))
    stale = on.swap("p0", "p4")
    on.apply(on.swap("p1", "p5"))

    with pytest.raises(ValueError, match="not what they were"):
        on.apply(stale)


@pytest.mark.parametrize(
    "ask",
    [
        lambda on: on.move("nobody", "s0"),
        lambda on: on.move("p0", "nowhere"),
        lambda on: on.swap("p0", "nobody"),
        lambda on: on.take("nobody", "s0"),
        lambda on: on.take("f0", "nowhere"),
        lambda on: on.remove("nowhere"),
        lambda on: on.suggestions("nobody"),
    ],
)
def test_who_is_unknown_cannot_be_asked_about(ask):
    on = board(brief(8), (0, 1, 2, 3), (4, 5, 6, 7))

    with pytest.raises(KeyError):
        ask(on)


def test_a_further_set_needs_an_id_of_its_own():
    on = board(brief(8), (0, 1, 2, 3), (4, 5, 6, 7))

    with pytest.raises(ValueError, match="s0"):
        on.new_set("s0")


def test_a_manager_and_a_report_in_one_set_are_named():
    staff = (person("p0"), person("p1", manager="p0"), person("p2"), person("p3"))
    of = brief(people=staff, facilitators=(), rules=Rules(size_min=1))
    on = board(of, (0, 2), (1, 3))

    appraisal = on.move("p1", "s0")

    assert appraisal.forbidden
    assert appraisal.appearing == (Broken(Rule.LINE_MANAGER, "s0", ("p0", "p1")),)


def test_a_facilitator_has_only_so_many_sets():
    of = brief(9, leaders=2)
    on = board(of, (0, 1, 2), (3, 4, 5), (6, 7, 8), facilitators=("f0", "f1"))

    appraisal = on.take("f0", "s2")

    assert not appraisal.vanishing
    assert appraisal.edit.after["s2"].facilitator == "f0"


def test_suggestions_begin_with_what_breaks_nothing_and_is_best():
    of = brief(12, rules=Rules(size_min=3, size_max=5), facilitators=())
    on = board(of, (0, 3, 6, 9), (1, 4, 7, 10), (2, 5, 8, 11))

    found = on.suggestions("p0", best=100)

    totals = [each.total.after for each in found]
    assert len(found) == 2 + 8
    assert not any(each.forbidden for each in found)
    assert totals == sorted(totals, reverse=True)


def test_suggestions_leave_those_alone_who_are_locked():
    of = brief(8, facilitators=(), locks=Locks(people={"p4": "s1"}))
    on = board(of, (0, 1, 2, 3), (4, 5, 6, 7))

    found = on.suggestions("p0", best=100)

    assert all("p4" in each.edit.after["s1"].members for each in found)


def test_suggestions_find_a_place_for_somebody_who_has_none():
    of = brief(7, facilitators=())
    on = board(of, (0, 1, 2), (3, 4, 5))

    found = on.suggestions("p6")

    assert [set(each.edit.after) for each in found] in (
        [{"s0"}, {"s1"}],
        [{"s1"}, {"s0"}],
    )
    assert {each.vanishing for each in found} == {
        (Broken(Rule.ASSIGNED_ONCE, None, ("p6",)),)
    }


def test_where_challenges_have_a_part_only_steps_are_told():
    of = brief(8, facilitators=())
    on = board(of, (0, 1, 2, 3), (4, 5, 6, 7))

    told = on.tell(on.swap("p0", "p4"))

    assert set(told.parts) == {
        *("level", "function", "organisation", "location", "novelty")
    }
    assert isinstance(told.total, Step)
    assert all(isinstance(step, Step) for step in told.sets.values())


def test_how_alike_challenges_are_is_told_from_four_known_on():
    known = [replace(each, challenge=(1.0, 0.0)) for each in people(8)]
    silent = [replace(each, challenge=()) for each in known[:1]]
    of = brief(people=(*silent, *known[1:]), facilitators=())
    on = board(of, (0, 1, 2, 3), (4, 5, 6, 7))

    told = on.tell(on.swap("p0", "p4"))

    assert told.challenges == {
        "s0": (None, Alikeness.ALIKE),
        "s1": (Alikeness.ALIKE, None),
    }


def test_a_private_wish_names_nobody_when_told():
    of = brief(8, facilitators=(), must_not=(("p0", "p4"),))
    on = board(of, (0, 1, 2, 3), (4, 5, 6, 7))

    told = on.tell(on.swap("p0", "p5"))

    assert told.forbidden
    assert told.appearing == (Broken(Rule.MUST_NOT, "s1", ()),)


def test_appraising_needs_no_compiler():
    code = "import sys, askwell.composer.appraising; print('numba' in sys.modules)"

    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert said.stdout == "False\n"


def test_an_empty_division_is_worth_nothing():
    of = brief(4, facilitators=())

    proposal = appraise(of, ())

    assert proposal.score.total == 0
    assert Counter(each.rule for each in proposal.broken) == {Rule.ASSIGNED_ONCE: 4}


def test_somebody_in_two_sets_or_unknown_is_told():
    of = brief(3, facilitators=(), rules=Rules(size_min=1))
    sets = (ProposedSet("a", ("p0", "p1", "p2")), ProposedSet("b", ("p1", "x")))

    broken = appraise(of, sets).broken

    assert broken == (
        Broken(Rule.ASSIGNED_ONCE, None, ("p1",)),
        Broken(Rule.ASSIGNED_ONCE, None, ("x",)),
    )
