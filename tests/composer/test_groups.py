"""Maximally diverse grouping: instances of our own, and the best of small ones."""

import gzip
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from askwell.composer.files import Unfit
from askwell.composer.groups import Instance, So, read, solve, value
from askwell.composer.groups.annealing import anneal
from askwell.composer.groups.grouping import _Search
from askwell.composer.groups.sizes import most_pairs


def instance(n: int, *bounds: tuple[int, int], seed: int = 1) -> Instance:
    """Whole distances by chance."""
    apart = np.triu(np.random.default_rng(seed).integers(0, 101, (n, n)), 1)
    lower, upper = zip(*bounds, strict=True)
    return Instance((apart + apart.T).astype(float), lower, upper)


def in_steps(steps: int):
    return lambda so: so.steps / steps


def divisions(n: int, sizes: list[int]) -> Iterator[list[list[int]]]:
    seats = [group for group, size in enumerate(sizes) for _ in range(size)]
    for order in set(permutations(seats)):
        yield [[who for who in range(n) if order[who] == g] for g in range(len(sizes))]


def test_the_best_division_of_a_small_instance_is_found() -> None:
    asked = instance(8, (4, 4), (4, 4))

    found = solve(asked, used=in_steps(20_000))

    assert found.value == max(value(asked, each) for each in divisions(8, [4, 4]))
    assert found.value == value(asked, found.groups)


def test_bounds_leave_a_choice_of_sizes_and_the_best_is_found() -> None:
    asked = instance(7, (2, 4), (1, 3), (1, 5))
    sizes = [
        [a, b, 7 - a - b]
        for a in range(2, 5)
        for b in range(1, 4)
        if 1 <= 7 - a - b <= 5
    ]

    found = solve(asked, used=in_steps(20_000))

    assert found.value == max(
        value(asked, each) for some in sizes for each in divisions(7, some)
    )


def test_everybody_is_in_one_group_and_every_group_within_its_bounds() -> None:
    asked = instance(40, (5, 12), (8, 8), (9, 15), (6, 20))

    found = solve(asked, used=in_steps(30_000))

    assert sorted(who for group in found.groups for who in group) == list(range(40))
    assert [
        low <= len(group) <= high
        for group, low, high in zip(found.groups, asked.lower, asked.upper, strict=True)
    ] == [True] * 4


def test_the_same_seed_gives_the_same_grouping_and_another_may_not() -> None:
    asked = instance(60, *[(10, 10)] * 6)

    first, again, other = (
        solve(asked, used=in_steps(30_000), seed=seed) for seed in (1, 1, 2)
    )

    assert first == again
    assert first.groups != other.groups


def test_compiled_and_plain_steps_are_the_same() -> None:
    asked = instance(33, *[(11, 11)] * 3)
    searches = [_Search(asked, in_steps(1), seed=5) for _ in range(2)]
    for search in searches:
        search._deal()

    changed = [
        way(search._arrays, 60.0, 20.0, 300)
        for way, search in zip((anneal, searches[1]._anneal), searches, strict=True)
    ]

    assert changed[0] == changed[1] > 0
    assert searches[0]._arrays.group.tolist() == searches[1]._arrays.group.tolist()


@pytest.mark.parametrize(
    ("n", "bounds"),
    [(1, [(1, 1)]), (3, [(3, 3)]), (3, [(1, 1)] * 3), (2, [(0, 2)] * 2)],
)
def test_instances_without_a_choice_are_solved_too(
    n: int, bounds: list[tuple[int, int]]
) -> None:
    asked = instance(n, *bounds)

    found = solve(asked, used=in_steps(5_000))

    assert sorted(who for group in found.groups for who in group) == list(range(n))


def test_alike_distances_are_no_trouble() -> None:
    asked = Instance(np.zeros((6, 6)), (3, 3), (3, 3))

    assert solve(asked, used=in_steps(5_000)).value == 0.0


def test_a_search_is_told_how_it_goes_and_ends_when_asked_to() -> None:
    asked = instance(30, *[(10, 10)] * 3)
    told: list[So] = []

    def used(so: So) -> float:
        told.append(so)
        return 1.0 if so.steps > 5_000 else so.steps / 1_000_000

    found = solve(asked, used=used)

    assert found.steps == told[-1].steps
    assert [so.best for so in told] == sorted(so.best for so in told)


def test_sizes_with_most_pairs_are_as_unequal_as_bounds_allow() -> None:
    assert most_pairs([2, 2, 2], [3, 6, 4], 9) == [2, 5, 2]
    with pytest.raises(ValueError, match="add up to 20"):
        most_pairs([2, 2, 2], [3, 6, 4], 20)


WHOLE = "3 2 ds 1 2 1 2 \n0 1 1.5\n0 2 2\n1 2 0.25\n"


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_is_read_packed_or_plain(packed: bool, tmp_path: Path) -> None:
    path = tmp_path / "instance.txt"
    path.write_bytes(gzip.compress(WHOLE.encode()) if packed else WHOLE.encode())

    found = read(path)

    assert (found.lower, found.upper) == ((1, 1), (2, 2))
    assert found.distances.tolist() == [[0, 1.5, 2], [1.5, 0, 0.25], [2, 0.25, 0]]


@pytest.mark.parametrize(
    ("text", "line", "column", "expected"),
    [
        ("", 1, "elements", "the number of elements first"),
        ("3 x", 1, "groups", "the number of groups first"),
        ("3 1 any 3 3", 1, "kind", "ss or ds as the third word"),
        (
            "3 2 ss 1 2 1",
            1,
            "bounds",
            "4 bounds, a lower and an upper one for each group, not 3",
        ),
        ("3 1 ss 4 3", 1, "bounds", "each lower bound at most its upper one"),
        ("3 1 ss 1 2", 1, "bounds", "bounds into which 3 elements fit"),
        (WHOLE.replace("0 2 2", "0 3 2"), 3, "j", "an element from 0 to 2, not '3'"),
        (WHOLE.replace("0 2 2", "0 2"), 3, "", "i, j and their distance, not '0 2'"),
        (WHOLE.replace("0 2 2", "2 0 2"), 3, "j", "i below j, not '2 0 2'"),
        (WHOLE.replace("0 2 2", "0 1 2"), 3, "", "each pair once, not (0, 1) again"),
        (WHOLE.replace("0.25", "far"), 4, "distance", "a number, not 'far'"),
        (WHOLE.replace("0.25", "nan"), 4, "distance", "a number, not 'nan'"),
        (WHOLE.replace("1 2 0.25\n", ""), 3, "", "3 pairs, not 2"),
        ("é", 0, "", "plain text with numbers alone"),
    ],
)
def test_what_was_expected_of_an_instance_is_said_with_its_place(
    text: str, line: int, column: str, expected: str, tmp_path: Path
) -> None:
    path = tmp_path / "instance.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(Unfit) as refused:
        read(path)

    assert refused.value == Unfit(path, expected, line, column)


def test_a_torn_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "instance.txt.gz"
    path.write_bytes(gzip.compress(WHOLE.encode())[:-6])

    with pytest.raises(Unfit, match="expected a file that can be read"):
        read(path)
