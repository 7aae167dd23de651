"""The release guard: what it refuses and allows, and whom figures may speak of."""

import random
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from askwell.insight.guard.choosing import choose
from askwell.insight.guard.deciding import Quarterly, decide
from askwell.insight.guard.parts import Given, Part, Spoken, Withheld, row_of
from askwell.insight.guard.rounding import in_fives, rounded
from askwell.insight.guard.weighing import Scales
from askwell.insight.metric import Unit
from askwell.insight.tally import Sum
from insight.synthetic import ASKED, SAID, a_metric

COST = a_metric("cost", Unit.MONEY, is_mean=False, of_people=False)
TIES = a_metric("ties", Unit.COUNT, is_mean=False)


def people(first: int, last: int) -> frozenset[str]:
    return frozenset(f"p{number}" for number in range(first, last + 1))


def refuses(past: list[frozenset[str]], group: frozenset[str]) -> bool:
    return Scales([row_of([each]) for each in past], [group]).refuses([0])


def parts_of(*groups: frozenset[str], yes: float = 0.6) -> list[Part]:
    return [
        Part(f"s{number}", Sum(yes * len(group), len(group)), group)
        for number, group in enumerate(groups)
    ]


def of(metric, parts=(), *, given=(), past=(), cohorts=None):
    """The decisions on one metric."""
    told = Quarterly(
        parts={metric.name: parts},
        given={metric.name: given},
        cohort_of=cohorts or {part.learning_set: "c" for part in parts},
        past={metric.name: past},
    )
    return decide([metric], told)


class TestWeighing:
    def test_the_same_people_can_be_spoken_of_again(self):
        assert not refuses([people(1, 30)], people(1, 30))

    def test_one_joiner_is_this_sum_minus_the_last(self):
        assert refuses([people(1, 30)], people(1, 31))

    def test_one_who_leaves_while_another_comes_is_still_too_few(self):
        assert refuses([people(1, 30)], people(2, 31))

    def test_ten_who_changed_are_enough(self):
        assert not refuses([people(1, 30)], people(6, 35))

    def test_what_is_left_of_the_whole_besides_its_parts_counts_too(self):
        assert refuses([people(1, 50), people(1, 20)], people(21, 45))

    def test_nine_people_by_themselves_are_too_few(self):
        assert refuses([], people(1, 9))

    def test_three_figures_together_can_tell_what_no_two_do(self):
        past = [people(1, 60), people(1, 30)]

        assert refuses(past, people(31, 59))

    def test_whoever_is_in_two_sets_is_counted_twice(self):
        both = [people(1, 15), people(15, 29)]
        past = [row_of([each]) for each in both]

        assert not Scales(past, both).refuses([0, 1])

    @pytest.mark.parametrize("seed", range(40))
    def test_nothing_is_allowed_in_which_trying_everything_finds_a_group(self, seed):
        chance = random.Random(seed)
        groups = [_some(chance, people(1, 11)) for _each in range(chance.randint(2, 7))]
        past = [each for each in groups[:-1] if each]
        past = [each for n, each in enumerate(past) if not _finds(past[: n + 1])]

        refused = refuses_below_four(past, groups[-1])

        assert refused or not _finds([*past, groups[-1]])


def refuses_below_four(past, group) -> bool:
    return Scales([row_of([each]) for each in past], [group], fewest=4).refuses([0])


def _some(chance: random.Random, among: frozenset[str]) -> frozenset[str]:
    return frozenset(one for one in sorted(among) if chance.random() < 0.6)


def _finds(rows: list[frozenset[str]]) -> bool:
    """Whether some combination speaks of one to three people, by trying them all."""
    everybody = sorted(people(1, 11))
    matrix = np.array([[one in row for one in everybody] for row in rows], float)
    whole = np.linalg.matrix_rank(matrix)
    return any(
        np.linalg.matrix_rank(np.delete(matrix, group, axis=1)) < whole
        for size in (1, 2, 3)
        for group in combinations(range(len(everybody)), size)
    )


class TestChoosing:
    LIMITS = {"fewest_people": 10, "fewest_sets": 3}

    def groups(self, *sizes: int) -> dict[str, frozenset[str]]:
        made, first = {}, 1
        for number, size in enumerate(sizes):
            made[f"s{number}"] = people(first, first + size - 1)
            first += size
        return made

    def test_everybody_is_spoken_of_where_nothing_was_before(self):
        groups = self.groups(6, 6, 6)

        assert choose([], groups, **self.LIMITS) == groups.keys()

    def test_as_few_sets_as_possible_are_left_out(self):
        before = self.groups(6, 6, 7, 7, 7)
        now = before | {"s1": before["s1"] | {"new"}}

        chosen = choose([row_of(before.values())], now, **self.LIMITS)

        assert chosen == {"s2", "s3", "s4"}

    def test_nothing_is_chosen_where_three_sets_do_not_remain(self):
        before = self.groups(6, 6, 6)
        now = before | {"s1": before["s1"] | {"new"}}

        assert choose([row_of(before.values())], now, **self.LIMITS) is None

    def test_people_of_before_are_spoken_of_again_rather_than_fewer(self):
        first = self.groups(6, 6, 6, 6)
        known = {name: first[name] for name in ("s0", "s1", "s2")}
        past = [row_of(known.values()), row_of([*known.values(), people(90, 95)])]

        assert choose(past, first | {"s3": people(90, 96)}, **self.LIMITS) == {
            "s0",
            "s1",
            "s2",
        }

    def test_the_sets_of_another_figure_come_first(self):
        groups = self.groups(6, 6, 6, 6)
        wished = frozenset({"s0", "s1", "s3"})

        assert choose([], groups, first=wished, **self.LIMITS) == wished


class TestDeciding:
    def test_a_cohort_speaks_of_itself_from_six_sets_on(self):
        groups = [people(n * 6 + 1, n * 6 + 6) for n in range(11)]
        cohorts = {f"s{n}": "large" if n < 6 else "small" for n in range(11)}

        whole, large, small = of(SAID, parts_of(*groups), cohorts=cohorts)

        assert [whole.sets, large.sets] == [11, 6]
        assert small.withheld is Withheld.FEW

    def test_what_everybody_says_is_withheld(self):
        groups = [people(1, 6), people(7, 12), people(13, 18)]

        (decision,) = of(SAID, parts_of(*groups, yes=1.0))

        assert (decision.withheld, decision.value) == (Withheld.ALIKE, None)
        assert decision.row == row_of(groups)

    def test_a_difference_that_says_the_same_of_everybody_is_withheld(self):
        past = [Spoken(row_of([people(1, 20)]), Sum(9, 20))]
        groups = [people(1, 10), people(11, 20), people(21, 31)]
        parts = [
            Part("s0", Sum(4, 10), groups[0]),
            Part("s1", Sum(5, 10), groups[1]),
            Part("s2", Sum(11, 11), groups[2]),
        ]

        (decision,) = of(SAID, parts, past=past)

        assert decision.withheld is Withheld.TELLING

    @pytest.mark.parametrize(("topics", "reason"), [(9, Withheld.FEW), (12, None)])
    def test_a_few_topics_tell_of_a_few_owners_in_however_large_sets(
        self, topics, reason
    ):
        attained = a_metric("attained", Unit.GOAL, fewest_counted=10)
        groups = [people(1, 6), people(7, 12), people(13, 18)]
        each = Sum(50 * topics / 3, topics / 3)

        (decision,) = of(
            attained, [Part(f"s{n}", each, group) for n, group in enumerate(groups)]
        )

        assert (decision.withheld, decision.row) == (reason, row_of(groups))

    def test_the_lowest_of_a_scale_is_an_end_too(self):
        groups = [people(1, 6), people(7, 12), people(13, 18)]

        (decision,) = of(ASKED, parts_of(*groups, yes=1.0))

        assert decision.withheld is Withheld.ALIKE

    def test_a_figure_that_is_no_sum_is_weighed_like_one(self):
        first = Given(value=12, people=people(1, 30), sets=5, about="A|B")
        again = Given(value=9, people=people(1, 29), sets=5, about="A|A")

        kept, refused = of(TIES, given=[again, first])

        assert (kept.about, kept.value) == ("A|B", 12)
        assert (refused.about, refused.withheld) == ("A|A", Withheld.TELLING)

    def test_a_cell_that_would_leave_a_small_one_beside_the_total_is_withheld(self):
        total = Given(value=40, people=people(1, 30), sets=5)
        large = Given(value=28, people=people(1, 21), sets=4, about="large")
        small = Given(value=12, people=people(22, 30), sets=3, about="small")

        decisions = of(TIES, given=[small, large, total])

        assert [each.withheld for each in decisions] == [
            None,
            Withheld.TELLING,
            Withheld.FEW,
        ]

    def test_what_says_nothing_of_people_is_not_weighed(self):
        given = Given(value=12345, people=people(1, 30), sets=5)
        past = [Spoken(row_of([people(1, 29)]))]

        (decision,) = of(COST, given=[given], past=past)

        assert (decision.value, decision.row) == (12300, None)

    def test_what_counts_in_one_quarter_alone_is_not_held_against_the_others(self):
        given = Given(value=12, people=people(1, 30), sets=5)
        past = [Spoken(row_of([people(1, 29)]))]
        anew = replace(TIES, stands=False)

        (refused,) = of(TIES, given=[given], past=past)
        (told,) = of(anew, given=[given], past=past)

        assert refused.withheld is Withheld.TELLING
        assert (told.value, told.row) == (12, row_of([people(1, 30)]))

    def test_no_tie_at_all_would_be_no_tie_of_anybody(self):
        none = Given(value=0, people=people(1, 30), sets=5, about="A|B")
        starred = a_metric("starred", Unit.PER, lowest=0)

        decisions = [
            *of(starred, given=[none]),
            *of(starred, parts_of(people(1, 6), people(7, 12), people(13, 18), yes=0)),
        ]

        assert [each.withheld for each in decisions] == [Withheld.ALIKE] * 2

    @pytest.mark.parametrize(("left", "is_told"), [(1, False), (2, False), (3, True)])
    def test_a_whole_less_its_cohort_speaks_of_three_sets_too(self, left, is_told):
        groups = [people(n * 12 + 1, n * 12 + 12) for n in range(6 + left)]
        cohorts = {f"s{n}": "a" if n < 6 else "b" for n in range(6 + left)}

        whole, cohort, _rest = of(SAID, parts_of(*groups), cohorts=cohorts)

        assert whole.value is not None
        assert (cohort.value is not None) is is_told

    def test_of_a_few_people_it_is_not_said_either_that_there_is_nothing(self):
        told = Quarterly(parts={}, given={}, cohort_of={}, is_large_enough=False)

        decisions = decide([SAID, COST], told)

        assert [each.withheld for each in decisions] == [
            Withheld.FEW,
            Withheld.NOTHING,
        ]

    def test_a_metric_without_anything_to_tell_says_so(self):
        assert [each.withheld for each in of(SAID)] == [Withheld.NOTHING]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (0.6249, Unit.SHARE, 0.62),
        (4.149, Unit.SCALE, 4.1),
        (37.6, Unit.DAYS, 38),
        (12.5, Unit.COUNT, 12),
        (1.26, Unit.PER, 1.3),
        (-0.314, Unit.INDEX, -0.31),
        (53.7, Unit.GOAL, 54),
        (0.75, Unit.RATIO, 0.75),
        (123_456, Unit.MONEY, 123_000),
        (0, Unit.MONEY, 0),
    ],
)
def test_a_figure_is_released_no_more_exactly_than_it_is_read(value, unit, shown):
    assert rounded(value, unit) == shown


def test_people_are_counted_down_to_fives():
    assert [in_fives(10), in_fives(14), in_fives(4)] == [10, 10, 0]
