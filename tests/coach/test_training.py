"""How the coach is trained: from what, on whose labels, and the same every time."""

import json
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from askwell.coach import TurnKind
from askwell.coach.model import made_from
from askwell_training.coach import figures
from askwell_training.coach.__main__ import main, write
from askwell_training.coach.fit import Settings, as_trained, fit, read_all
from askwell_training.coach.turns import (
    NotForTraining,
    Turn,
    advice_sentences,
    bare,
    joined,
    own_turns,
)

QUICK = Settings(rounds=15, largest=400)


@pytest.fixture(scope="module")
def some_turns():
    return own_turns()[::12]


def test_there_are_enough_turns_of_every_kind():
    counted = Counter(turn.kind for turn in own_turns())

    assert min(counted[kind] for kind in TurnKind) >= 1_500


def test_every_turn_is_labelled_twice_and_no_two_are_the_same():
    turns = own_turns()

    assert all(turn.kind and turn.second for turn in turns)
    assert len({bare(turn.text) for turn in turns}) == len(turns)


def test_a_turn_on_which_annotators_differ_is_right_either_way():
    turns = own_turns()

    assert {len(turn.kinds) for turn in turns} == {1, 2}
    assert all(turn.kinds == {turn.kind, turn.second} for turn in turns)


def test_own_turns_are_also_learned_as_a_caption_machine_writes_them():
    turn = Turn("Who, if not you?", frozenset(), "own", "a")

    assert [each.text for each in as_trained([turn])] == [
        "Who, if not you?",
        "who if not you",
    ]


def test_the_same_turns_give_the_same_weights(some_turns):
    few = some_turns[::4]

    assert fit(few, QUICK) == fit(few, QUICK)


def test_a_fitted_model_reads_its_own_turns_far_better_than_chance(some_turns):
    model = fit(some_turns, QUICK)

    right = np.array([list(TurnKind).index(turn.kind) for turn in some_turns])
    read = read_all(model, some_turns).argmax(axis=1)
    assert figures.macro_f1(right, read) > 0.6


def test_a_label_that_leaves_a_choice_forbids_only_what_it_leaves_out(some_turns):
    """A public set may say no more than "this is not advice"."""
    told = [turn for turn in some_turns if turn.kind is not TurnKind.ADVICE]
    vague = [
        replace(turn, kinds=frozenset(TurnKind) - {TurnKind.ADVICE}) for turn in told
    ]

    sure = read_all(fit([*some_turns, *vague], QUICK), told)

    advice = list(TurnKind).index(TurnKind.ADVICE)
    assert sure[:, advice].mean() < 0.05


def test_a_written_model_is_read_back_as_it_was(some_turns, tmp_path):
    model = fit(some_turns, QUICK)

    write(model, tmp_path / "model.json")

    read = made_from(json.loads((tmp_path / "model.json").read_text("utf-8")))
    assert (read.bias, read.weights) == (model.bias, model.weights)


@pytest.mark.parametrize("licence", [None, {}, {"train_shipped_model": False}])
def test_a_set_that_may_not_train_what_ships_is_refused(tmp_path, licence):
    folder = tmp_path / "advicereddit"
    folder.mkdir()
    if licence is not None:
        (folder / "licence.json").write_text(json.dumps(licence))

    with pytest.raises(NotForTraining):
        advice_sentences(folder)


def test_the_command_says_so_and_leaves_the_model_alone(tmp_path, capsys):
    (tmp_path / "advicereddit").mkdir()
    out = tmp_path / "model.json"

    code = main(["--data", str(tmp_path), "--out", str(out), "--no-validation"])

    assert (code, out.exists()) == (2, False)
    assert "does not allow training" in capsys.readouterr().err


def test_sentences_cut_up_by_a_tokeniser_are_joined_again():
    assert joined("You ca n't do that , can you ?") == "You can't do that, can you?"


def test_kappa_is_that_of_a_published_example():
    """Cohen 1960, table 1: agreement .70, chance .41, kappa .49."""
    table = np.array([[0.44, 0.05, 0.01], [0.07, 0.20, 0.03], [0.09, 0.05, 0.06]])
    counts = np.rint(table * 100).astype(int)
    pairs = [
        (row, column)
        for row in range(3)
        for column in range(3)
        for _ in range(counts[row, column])
    ]

    first, second = zip(*pairs, strict=True)
    assert figures.kappa(first, second) == pytest.approx(0.492, abs=0.001)


def test_calibration_error_is_the_gap_between_confidence_and_accuracy():
    sure = np.array([[0.8, 0.2]] * 10)
    right = np.array([0] * 6 + [1] * 4)

    assert figures.calibration_error(right, sure) == pytest.approx(0.2)
