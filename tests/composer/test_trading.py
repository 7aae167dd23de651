"""Trading: what a wish costs the others, scored as the brief says, and repeatable."""

from askwell.composer.appraising import appraise
from askwell.composer.brief import Rules
from askwell.composer.trading import FACTORS, moved, trade
from composer.briefs import brief, division

STEPS = 3000


def start(of):
    sets = ((0, 1, 2, 3), (4, 5, 6, 7), (8, 9, 10, 11))
    return appraise(of, division(*sets, facilitators=("f0", "f1", "f2")))


def small():
    return brief(12, rules=Rules(sets=3, size_min=3, size_max=5))


def test_each_wish_that_counts_is_traded_at_five_points():
    of = brief(12, rules=small().rules, weights={"level": 1.0, "challenge": 1.0})

    trades = trade(of, start(of), steps=STEPS)

    assert [each.wish for each in trades] == ["level", "challenge"]
    assert {tuple(p.factor for p in each.points) for each in trades} == {FACTORS}


def test_a_wish_that_counts_more_is_met_no_less():
    of = small()

    (found,) = trade(of, start(of), steps=STEPS, wishes=["challenge"])

    met = [point.proposal.score.parts["challenge"] for point in found.points]
    assert met[-1] >= met[0]
    assert met[-1] > met[2] - 1e-9


def test_points_are_scored_as_the_brief_says_and_keep_its_rules():
    of = small()

    (found,) = trade(of, start(of), steps=STEPS, wishes=["level"])

    for point in found.points:
        assert point.proposal.broken == ()
        assert point.proposal.score == appraise(of, point.proposal.sets).score
        assert point.moved == moved(start(of), point.proposal)


def test_the_same_seed_and_steps_trade_the_same():
    of = small()

    first = trade(of, start(of), steps=STEPS, seed=4, wishes=["novelty"])
    again = trade(of, start(of), steps=STEPS, seed=4, wishes=["novelty"])

    assert first == again


def test_whoever_listens_can_stop_and_keeps_what_is_finished():
    of, heard = small(), []

    def listen(share):
        heard.append(share)
        return share < 0.5

    trades = trade(of, start(of), steps=STEPS, progress=listen)

    assert 0 < len(trades) < 7
    assert heard == sorted(heard)
    assert heard[-1] >= 0.5
