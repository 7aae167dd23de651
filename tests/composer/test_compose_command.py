"""`askwell compose`, as somebody at a terminal meets it."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from askwell.composer.files import read
from askwell.composer.proposal import ProposedSet
from askwell.web.command import main
from composer.folders import problem
from composer.independent import broken, score

# Steps of plain Python are slow, and nothing need be compiled for few of them.
PLAIN = {"ASKWELL_PLAIN_PYTHON": "1", "ASKWELL_DATA": "/nowhere", "PATH": ""}


def begun(*words: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "askwell", "compose", *map(str, words)],
        env={"PYTHONPATH": os.environ.get("PYTHONPATH", ""), **PLAIN},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def composed(*words: object) -> "subprocess.CompletedProcess[str]":
    process = begun(*words)
    out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(words, process.returncode, out, err)


def written(folder: Path) -> list[ProposedSet]:
    with (folder / "sets.csv").open() as sets:
        rows = list(csv.DictReader(sets))
    with (folder / "sets.facilitators.csv").open() as led:
        leaders = {r["set_id"]: r["facilitator_id"] for r in csv.DictReader(led)}
    return [
        ProposedSet(
            set_id,
            tuple(r["person_id"] for r in rows if r["set_id"] == set_id),
            leaders.get(set_id),
        )
        for set_id in sorted({r["set_id"] for r in rows})
    ]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """A problem, and the summary of composing it."""
    folder = problem(tmp_path_factory.mktemp("people"))
    run = composed(folder, "--out", folder / "sets.csv", "--steps", 3000, "--json")
    assert (run.returncode, run.stderr.count("\n")) == (0, 1), run.stderr
    return folder, json.loads(run.stdout)


def test_what_is_written_keeps_every_rule_and_scores_as_told(told) -> None:
    folder, summary = told
    brief = read(folder)

    division = written(folder)

    assert sorted(who for each in division for who in each.members) == sorted(
        person.id for person in brief.people
    )
    assert sum(broken(brief, division).values()) == summary["broken"] == 0
    assert summary["total"] == pytest.approx(score(brief, division)["total"], abs=1e-5)


def test_the_summary_says_how_it_was_got(told) -> None:
    folder, summary = told

    assert {
        name: summary[name]
        for name in ("schema", "people", "sets", "seed", "cores", "compiled", "stopped")
    } == {
        "schema": "askwell.composition/1",
        "people": 12,
        "sets": 3,
        "seed": 1,
        "cores": 1,
        "compiled": False,
        "stopped": False,
    }
    assert summary["sets_file"] == str(folder / "sets.csv")


def test_rules_that_cannot_be_kept_give_1_and_are_named(tmp_path: Path) -> None:
    folder = problem(tmp_path)
    path = folder / "pairs.csv"
    path.write_text(path.read_text() + "P0,P2,must_not\n")

    run = composed(folder, "--out", folder / "sets.csv", "--steps", 500)

    assert run.returncode == 1
    assert "A must pair is also to be kept apart (must, must_not)" in run.stdout
    assert len(written(folder)) == 3


def test_ctrl_c_keeps_the_best_so_far_and_writes_it(tmp_path: Path) -> None:
    folder = problem(tmp_path)

    process = begun(folder, "--out", folder / "sets.csv", "--seconds", 60)
    assert process.stderr is not None
    process.stderr.readline()
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)

    assert process.returncode in {0, 1}
    assert "Stopped; the best so far is kept." in err
    assert f"Written to {folder / 'sets.csv'}" in out
    assert len(written(folder)) == 3


INSTANCE = "4 2 ss 2 2 2 2\n0 1 1\n0 2 9\n0 3 1\n1 2 1\n1 3 9\n2 3 1\n"


def test_an_instance_gives_its_value_and_groups(tmp_path: Path) -> None:
    (tmp_path / "instance.txt").write_text(INSTANCE)
    out = tmp_path / "groups.csv"

    run = composed("--mdgp", tmp_path / "instance.txt", "--steps", 4000, "--out", out)

    assert run.returncode == 0
    value, *groups, _ = run.stdout.splitlines()
    assert (value, sorted(groups)) == ("value 18.000", ["0 2", "1 3"])
    assert sorted(out.read_text().splitlines()[1:])[0].startswith("0,")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "say what to compose: a folder, or --mdgp and a file"),
        (("{0}",), "say with --out where to write the sets, e.g. sets.csv"),
        (("{0}", "--out", "{0}"), "{0} is a folder. Name a file."),
        (
            ("{0}", "--out", "{0}/no/sets.csv"),
            "there is no folder {0}/no to write to",
        ),
        (
            ("{0}", "--out", "{0}/a", "--facilitators", "{0}/a"),
            "{0}/a cannot hold both sets and facilitators",
        ),
        (
            ("{0}", "--out", "{0}/sets.csv"),
            "{0}/people.csv: expected this file, which is not there",
        ),
        (
            ("--mdgp", "{0}/none.txt"),
            "{0}/none.txt: expected this file, which is not there",
        ),
        (
            ("--mdgp", "{0}/none.txt", "--cores", "2"),
            "--mdgp searches on one core; leave out --cores",
        ),
        (
            ("--mdgp", "{0}/none.txt", "--facilitators", "f.csv"),
            "--mdgp has no facilitators; leave out --facilitators",
        ),
    ],
)
def test_what_must_be_put_right_is_said_and_gives_2(
    words: Sequence[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["compose", *(word.format(tmp_path) for word in words)])

    assert (code, capsys.readouterr().err) == (2, f"askwell: {said.format(tmp_path)}\n")


@pytest.mark.parametrize(
    "words", ["--seconds nan", "--seconds 0", "--steps 0", "--cores 999", "--seed x"]
)
def test_numbers_that_are_none_are_refused(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["compose", "people", *words.split()])

    assert refused.value.code == 2
    assert (
        f"{words.split(maxsplit=1)[0]}: {words.split()[1]} is"
        in capsys.readouterr().err
    )
