"""Composing: from a brief to a proposal, with a clock, a listener, locks, and cores."""

from dataclasses import replace

import pytest

from askwell.composer.brief import Brief, Locks, Person, Rules
from askwell.composer.composing import Progress, compose, usual_steps
from askwell.composer.pace import Pace
from askwell.composer.proposal import Rule
from composer.briefs import brief, facilitators, people, person

STEPS = 600


def members(proposal):
    return {each.id: set(each.members) for each in proposal.sets}


def test_nobody_makes_no_sets():
    proposal = compose(Brief(people=()))

    assert proposal.sets == ()


def test_one_person_makes_one_set():
    proposal = compose(Brief(people=(person("anna"),)), steps=10)

    assert [each.members for each in proposal.sets] == [("anna",)]


def test_a_search_betters_what_chance_made():
    of = brief(24, leaders=6)
    dealt = compose(of, steps=0)

    found = compose(of, steps=20 * STEPS)

    assert found.score.total > dealt.score.total


def test_without_a_number_of_sets_they_are_of_middling_size():
    of = brief(24, leaders=9, rules=Rules(size_min=5, size_max=8))

    assert len(compose(of, steps=10).sets) == 4


def test_there_are_no_more_sets_than_facilitators_can_take():
    of = brief(24, leaders=3, rules=Rules(size_min=5, size_max=8))

    proposal = compose(of, steps=STEPS)

    assert [len(each.members) for each in proposal.sets] == [8, 8, 8]
    assert {each.facilitator for each in proposal.sets} == {"f0", "f1", "f2"}


def test_without_facilitators_no_set_needs_one():
    proposal = compose(brief(12, leaders=0), steps=STEPS)

    assert proposal.broken == ()
    assert {each.facilitator for each in proposal.sets} == {None}


def test_must_pairs_sit_together_and_may_change_sets_together():
    pairs = (("p0", "p7"), ("p7", "p10"), ("p1", "p8"))

    proposal = compose(brief(12, must=pairs), steps=STEPS)

    where = {who: s for s, each in members(proposal).items() for who in each}
    assert [where[a] == where[b] for a, b in pairs] == [True, True, True]


def test_people_far_apart_in_time_are_not_put_together():
    half = people(6, available=0b1111)
    other = tuple(
        replace(each, id=f"q{each.id}", available=0b11 << 70) for each in half
    )
    of = Brief(people=(*half, *other), rules=Rules(sets=4, size_min=3, size_max=3))

    proposal = compose(of, steps=STEPS)

    assert proposal.broken == ()


def test_a_rule_that_cannot_be_kept_is_named():
    of = brief(12, must=(("p0", "p1"),), must_not=(("p0", "p1"),))

    proposal = compose(of, steps=STEPS)

    assert {each.rule for each in proposal.broken} <= {Rule.MUST, Rule.MUST_NOT}
    assert proposal.broken


def test_a_facilitator_leads_no_set_they_are_in_nor_one_below_them():
    line = tuple(
        Person(id=f"r{at}", manager="f", available=0xFF, organisation=f"o{at}")
        for at in range(6)
    )
    boss = facilitators(1, line="f")[0]
    of = Brief(
        people=(*line, *people(6)),
        facilitators=(boss, replace(boss, id="other", line=None, capacity=1)),
        rules=Rules(sets=2, size_min=6, size_max=6),
    )

    proposal = compose(of, steps=STEPS)

    led = {each.facilitator: set(each.members) for each in proposal.sets}
    assert led["f0"] == {f"p{at}" for at in range(6)}


def test_locked_sets_stay_as_they_were_and_keep_their_facilitator():
    of = brief(24, leaders=6)
    start = compose(of, steps=10)
    first = start.sets[0]
    locks = Locks(sets=frozenset({first.id}))

    again = compose(replace(of, locks=locks), start=start, steps=STEPS)

    assert next(each for each in again.sets if each.id == first.id) == first


def test_a_set_keeps_the_facilitator_it_is_locked_to():
    locks = Locks(facilitators={"1": "f2"})

    proposal = compose(replace(brief(12), locks=locks), steps=STEPS)

    kept = next(each for each in proposal.sets if each.id == "1")
    assert kept.facilitator == "f2"


def test_somebody_may_be_locked_into_a_set_before_there_are_any():
    locks = Locks(people={"p3": "north", "p4": "south"})

    proposal = compose(replace(brief(12), locks=locks), steps=STEPS)

    found = members(proposal)
    assert ("p3" in found["north"], "p4" in found["south"]) == (True, True)


def test_whoever_is_not_in_the_start_is_seated_as_well():
    of = brief(12)
    start = compose(of, steps=STEPS)
    joined = replace(of, people=people(13))

    again = compose(joined, start=start, steps=STEPS)

    assert sum(len(each.members) for each in again.sets) == 13
    assert {each.id for each in again.sets} == {each.id for each in start.sets}


def test_a_listener_hears_of_preparing_first_and_of_the_end_last():
    heard: list[Progress] = []

    compose(brief(12), steps=STEPS, progress=lambda now: heard.append(now) is None)

    assert (heard[0].preparing, heard[-1].share) == (True, 1.0)
    assert heard[-1].steps == STEPS


def test_a_listener_who_says_no_stops_the_search():
    proposal = compose(brief(12), steps=10**9, progress=lambda now: now.steps == 0)

    assert proposal.steps < 10**9
    assert proposal.broken == ()


def test_listening_changes_nothing():
    of = brief(24, leaders=6)

    heard = compose(of, steps=STEPS, progress=lambda _: True)

    assert heard == compose(of, steps=STEPS)


def test_seconds_are_kept():
    proposal = compose(brief(12), seconds=0.05)

    assert proposal.steps > 0
    assert proposal.broken == ()


def test_a_search_of_its_own_length_suits_the_number_of_people():
    assert usual_steps(12) < usual_steps(1000) < usual_steps(100_000)


def test_more_cores_give_the_best_of_their_searches():
    of = brief(24, leaders=6)
    each = [compose(of, steps=STEPS, seed=seed) for seed in (5, 6)]

    both = compose(of, steps=STEPS, seed=5, cores=2)

    assert both == max(each, key=lambda proposal: proposal.score.total)


@pytest.mark.parametrize(("spent", "share"), [(0.0, 0.0), (2.5, 0.25), (30.0, 1.0)])
def test_with_seconds_the_clock_says_how_much_is_done(spent, share):
    times = iter([100.0, 100.0 + spent])

    pace = Pace(seconds=10.0, steps=1, clock=lambda: next(times))

    assert pace.share(123) == pytest.approx(share)


def test_with_steps_the_clock_says_nothing():
    pace = Pace(seconds=None, steps=200, clock=lambda: 0.0)

    assert (pace.share(50), pace.next_steps(50, 1, 10)) == (0.25, 20)


def test_words_of_progress_come_four_times_a_second():
    times = iter([0.0, 0.0, 0.1, 0.26, 0.3])
    pace = Pace(seconds=1.0, steps=1, clock=lambda: next(times))

    assert [pace.due() for _ in range(4)] == [True, False, True, False]
