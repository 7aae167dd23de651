"""Likeness: texts on one matter are nearer than others, and nothing is made up."""

from itertools import product

import numpy as np
import pytest

from askwell.likeness import directions

MATTERS = (
    "closing our Leeds office with decency",
    "two teams that do not speak to each other",
    "a supplier who keeps missing dates",
    "growing faster than we can train people",
    "handing responsibility to my deputies",
)
BEGINNINGS = (
    "What I lose sleep over is {}",
    "Since the spring I have been working on {}",
    "I would like to become better at {}",
    "My director gave me the job of {}",
)
ENDINGS = ("and nobody agrees.", "with half the budget.", "while the work goes on.")


def texts_by_matter():
    return [
        (matter, f"{beginning.format(matter)} {ending}")
        for matter, beginning, ending in product(MATTERS, BEGINNINGS, ENDINGS)
    ]


@pytest.mark.parametrize("times", [1, 4])
def test_texts_on_one_matter_are_nearer_than_others(times):
    matters, texts = zip(*texts_by_matter() * times, strict=True)

    found = np.array(directions(texts))

    near = found @ found.T
    same = np.array([[a == b for a in matters] for b in matters])
    assert near[same].mean() > 0.6
    assert near[~same].mean() < 0.2
    np.fill_diagonal(near, -1)
    assert [matters[at] for at in near.argmax(axis=1)] == list(matters)


def test_forms_of_one_word_are_near():
    found = np.array(
        directions(
            ["restructuring departments", "a restructured department", "new premises"]
        )
    )

    assert found[0] @ found[1] > 0.5 > abs(found[0] @ found[2])


def test_each_direction_is_of_length_one():
    texts = [text for _, text in texts_by_matter()]

    found = directions(texts, dimensions=7)

    assert {len(direction) for direction in found} == {7}
    assert np.linalg.norm(found, axis=1) == pytest.approx(1)


def test_few_texts_on_one_matter_are_near_though_they_share_but_a_word():
    merging = ["We merged two teams in May.", "My teams were never really merged."]
    system = ["The new system plans badly.", "Nobody wants this new system."]
    others = [f"{name} left us." for name in ("Ann", "Bo", "Cy", "Di", "Ed", "Flo")]
    texts = [*merging, *system, *others, *texts_of_their_own()]

    found = np.array(directions(texts))

    assert found[0] @ found[1] > 0.6
    assert found[2] @ found[3] > 0.6
    assert found[0] @ found[2] < 0.3


def texts_of_their_own():
    return [text for _, text in texts_by_matter()[::5]]


def test_a_text_without_words_has_no_direction():
    found = directions(["", "a supplier", "?! and", "a supplier"])

    assert [bool(direction) for direction in found] == [False, True, False, True]


def test_a_text_like_no_other_has_a_direction_of_its_own():
    texts = ["merging departments"] * 300 + ["xylophones", "zeppelins"]

    found = np.array(directions(texts))

    assert found[-1] @ found[0] == pytest.approx(0, abs=0.5)
    assert found[-1] @ found[-2] == pytest.approx(0, abs=0.6)


@pytest.mark.parametrize("texts", [[], [""], ["one"], ["alike", "alike"]])
def test_few_texts_are_no_trouble(texts):
    found = directions(texts)

    assert [bool(direction) for direction in found] == [bool(text) for text in texts]


def test_the_same_texts_and_seed_give_the_same_directions():
    texts = [text for _, text in texts_by_matter()]

    first, again = directions(texts, seed=3), directions(texts, seed=3)

    assert first == again
