"""Ties between areas, against examples by hand and a second way to count them."""

from random import Random

import pytest

from askwell.insight.ties import (
    Sides,
    matrix,
    new_ties,
    reciprocity,
    sides,
    ties_of,
)

AREA = {"ana": "Wards", "ben": "Wards", "cem": "Labs", "dia": "Labs", "eva": "Office"}


def test_an_index_of_only_external_ties_is_one():
    assert Sides(external=4, internal=0).ei_index == 1


def test_an_index_of_only_internal_ties_is_minus_one():
    assert Sides(external=0, internal=9).ei_index == -1


def test_as_many_external_as_internal_ties_are_nought():
    assert Sides(external=5, internal=5).ei_index == 0


def test_without_a_tie_there_is_no_index():
    assert Sides(external=0, internal=0).ei_index is None


def test_ties_to_oneself_and_twice_to_one_person_do_not_count():
    assert ties_of({"ana": ["ana", "ben", "ben"]}) == {("ana", "ben")}


def test_ties_of_people_without_an_area_have_no_side():
    assert sides({("ana", "nobody"), ("ana", "cem")}, AREA) == Sides(1, 0)


def test_it_is_returned_if_both_name_each_other():
    ties = ties_of({"ana": ["cem"], "cem": ["ana", "dia"], "dia": ["eva"]})

    assert reciprocity(ties, AREA) == pytest.approx(1 / 3)


def test_who_has_not_answered_cannot_return_anything():
    ties = ties_of({"ana": ["cem", "eva"], "cem": ["ana"]})

    assert reciprocity(ties, ["ana", "cem"]) == 1


def test_without_a_tie_nothing_is_returned():
    assert reciprocity(frozenset(), ["ana"]) is None


def test_new_is_what_was_not_there_of_those_who_answered_both_times():
    before = ties_of({"ana": ["ben"], "cem": ["dia"]})
    after = ties_of({"ana": ["ben", "eva"], "cem": ["ana"], "eva": ["ana"]})

    assert new_ties(before, after, both=["ana", "cem"]) == 2


def test_cells_count_both_directions_and_the_inside():
    ties = ties_of({"ana": ["ben", "cem"], "cem": ["ana", "eva"], "eva": []})

    assert matrix(ties, AREA) == {
        ("Wards", "Wards"): 1,
        ("Labs", "Wards"): 2,
        ("Labs", "Office"): 1,
    }


def adjacency(chance: Random, people: int) -> list[list[int]]:
    return [
        [int(a != b and chance.random() < 0.2) for b in range(people)]
        for a in range(people)
    ]


@pytest.mark.parametrize("seed", range(20))
def test_it_agrees_with_counting_over_the_whole_matrix(seed):
    """The second way: every cell of the adjacency matrix, one after the other."""
    chance = Random(seed)
    people = chance.randint(5, 30)
    area = [chance.choice("ABCD") for _ in range(people)]
    cells = adjacency(chance, people)
    crosses = stays = twice = once = 0
    for a in range(people):
        for b in range(people):
            crosses += cells[a][b] * (area[a] != area[b])
            stays += cells[a][b] * (area[a] == area[b])
            if a < b:
                twice += cells[a][b] * cells[b][a]
                once += max(cells[a][b], cells[b][a])

    ties = ties_of(
        {str(a): [str(b) for b in range(people) if cells[a][b]] for a in range(people)}
    )
    by_name = {str(a): area[a] for a in range(people)}

    assert sides(ties, by_name) == Sides(crosses, stays)
    assert sides(ties, by_name).ei_index == pytest.approx(
        (crosses - stays) / (crosses + stays)
    )
    assert reciprocity(ties, by_name) == pytest.approx(twice / once)
    assert sum(matrix(ties, by_name).values()) == crosses + stays


def test_a_table_of_ties_between_three_units():
    """By hand, as Krackhardt and Stern define it: 70 leave a unit, 30 stay inside."""
    table = {("A", "A"): 12, ("B", "B"): 8, ("C", "C"): 10}
    table |= {("A", "B"): 25, ("A", "C"): 15, ("B", "C"): 30}
    ties, area, number = set(), {}, 0
    for (one, other), times in table.items():
        for _ in range(times):
            who, whom = str(number), str(number + 1)
            area |= {who: one, whom: other}
            ties.add((who, whom))
            number += 2

    found = sides(ties, area)

    assert found == Sides(external=70, internal=30)
    assert found.ei_index == pytest.approx(0.4)
    assert matrix(ties, area) == table
