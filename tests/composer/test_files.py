"""Problem folders: what is read, and what is said about one that is broken."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from askwell.composer import files
from askwell.composer.brief import Brief, Facilitator, Person, Rules
from askwell.composer.files import Unfit
from askwell.composer.proposal import Proposal, ProposedSet, Score
from composer.folders import RULES, problem


def test_a_folder_gives_a_brief(tmp_path: Path) -> None:
    folder = problem(tmp_path)

    brief = files.read(folder)

    assert brief.people[1] == Person(
        id="P1",
        organisation="org1",
        function="fn1",
        level=2,
        location="town1",
        manager="P0",
        available=2**60 - 1,
        challenge=(2.0, 1.0, -2.0),
    )
    assert brief.facilitators[3] == Facilitator(
        id="F3",
        person="P3",
        organisation="org3",
        location="town0",
        available=2**60 - 1,
        capacity=2,
    )
    assert brief.rules == Rules(3, 3, 5, 2, 2, 2, line_depth=1, level_gap=None)
    assert brief.weights == RULES["weights"]
    assert (brief.must, brief.must_not) == ((("P0", "P2"),), (("P4", "P5"),))
    assert brief.fairness_share == 0.1


def test_earlier_sets_of_two_rounds_with_one_name_are_two(tmp_path: Path) -> None:
    brief = files.read(problem(tmp_path))

    assert brief.earlier == (frozenset({"P0", "P7"}), frozenset({"P8", "P9"}))


def test_columns_in_another_order_marks_and_line_ends_do_not_matter(
    tmp_path: Path,
) -> None:
    folder = problem(tmp_path)
    before = files.read(folder)
    pairs = "kind,person_b,note,person_a\r\nmust,P2,,P0\r\n\r\nmust_not,P5,x,P4\r\n"
    (folder / "pairs.csv").write_bytes(b"\xef\xbb\xbf" + pairs.encode())

    assert files.read(folder) == before


def test_the_depth_of_lines_and_a_gap_of_levels_may_be_asked_for(
    tmp_path: Path,
) -> None:
    folder = problem(tmp_path)
    asked = RULES | {"line_depth": None, "level_gap": 2, "people": 12}
    (folder / "rules.json").write_text(json.dumps(asked))

    rules = files.read(folder).rules

    assert (rules.line_depth, rules.level_gap) == (None, 2)


Breaking = Callable[[Path], Path]


def replacing(name: str, old: str, new: str) -> Breaking:
    def change(folder: Path) -> Path:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder / name

    return change


def holding(name: str, raw: bytes) -> Breaking:
    def change(folder: Path) -> Path:
        (folder / name).write_bytes(raw)
        return folder / name

    return change


def losing(name: str) -> Breaking:
    def change(folder: Path) -> Path:
        (folder / name).unlink()
        return folder / name

    return change


def people(old: str, new: str) -> Breaking:
    return replacing("people.csv", old, new)


def leaders(old: str, new: str) -> Breaking:
    return replacing("facilitators.csv", old, new)


def rules(old: str, new: str) -> Breaking:
    return replacing("rules.json", old, new)


HEX = "f" * 15


@pytest.mark.parametrize(
    ("breaking", "line", "column", "expected"),
    [
        (people("P5,", "P4,"), 7, "person_id", "each person once, not P4 again"),
        (people("P5,", ","), 7, "person_id", "a value, not nothing"),
        (people("P2,org2", "P2,"), 4, "organisation", "a value, not nothing"),
        (people("fn1,2", "fn1,6"), 3, "level", "a level from 1 to 5, not '6'"),
        (
            people("0,P0,", "0,P99,"),
            3,
            "manager_id",
            "somebody else's person_id or nothing, not 'P99'",
        ),
        (
            people("0,P0,", "0,P1,"),
            3,
            "manager_id",
            "somebody else's person_id or nothing, not 'P1'",
        ),
        (
            people(HEX, "f" * 14),
            2,
            "available",
            f"15 hexadecimal digits, not '{'f' * 14}'",
        ),
        (
            people(HEX, "0x" + "f" * 13),
            2,
            "available",
            f"15 hexadecimal digits, not '0x{'f' * 13}'",
        ),
        (people("1 0 -2", "1 0"), 3, "challenge_vec", "2 numbers, as before, not 3"),
        (
            people("2 1 -2", "2 one -2"),
            3,
            "challenge_vec",
            "numbers apart by single spaces, not '2 one -2'",
        ),
        (
            people("2 1 -2", "0 0 0"),
            3,
            "challenge_vec",
            "a direction: finite numbers, not all of them 0, not '0 0 0'",
        ),
        (
            people("2 1 -2", "nan 0 0"),
            3,
            "challenge_vec",
            "a direction: finite numbers, not all of them 0, not 'nan 0 0'",
        ),
        (people(",words", ""), 2, "", "11 values, as in the header, not 10"),
        (
            people("words", '"words'),
            2,
            "",
            "a row of comma-separated values (unexpected end of data)",
        ),
        (
            people("manager_id", "boss"),
            1,
            "manager_id",
            "a column manager_id in the header",
        ),
        (people("function", "level"), 1, "function", "a column function in the header"),
        (
            people("challenge_text", "level"),
            1,
            "level",
            "only one column level in the header",
        ),
        (
            holding("people.csv", b""),
            1,
            "",
            "a header with person_id, organisation, function, level, location, "
            "manager_id, available, challenge_vec",
        ),
        (
            holding("people.csv", b"person_id\nP\xe9\n"),
            2,
            "",
            "text in UTF-8, not the byte 0xe9",
        ),
        (losing("people.csv"), 0, "", "this file, which is not there"),
        (
            leaders("F1,", "F0,"),
            3,
            "facilitator_id",
            "each facilitator once, not F0 again",
        ),
        (
            leaders("F3,P3", "F3,P33"),
            5,
            "person_id",
            "a person_id of people.csv or nothing, not 'P33'",
        ),
        (
            leaders(f"{HEX},1", f"{HEX},0"),
            2,
            "capacity",
            "a whole number from 1 up, not '0'",
        ),
        (
            replacing("pairs.csv", "P0,P2", "P0,P20"),
            2,
            "person_b",
            "a person_id of people.csv, not 'P20'",
        ),
        (
            replacing("pairs.csv", "P4,P5", "P4,P4"),
            3,
            "person_b",
            "two different people, not P4 twice",
        ),
        (
            replacing("pairs.csv", "must_not", "never"),
            3,
            "kind",
            "must or must_not, not 'never'",
        ),
        (
            replacing("history.csv", "1,R1-1,P7", ",R1-1,P7"),
            3,
            "round",
            "a value, not nothing",
        ),
        (
            replacing("history.csv", "P8", "P80"),
            4,
            "person_id",
            "a person_id of people.csv, not 'P80'",
        ),
        (
            holding("rules.json", b"{\n 'sets': 3}"),
            2,
            "",
            "JSON (Expecting property name enclosed in double quotes, character 2)",
        ),
        (holding("rules.json", b"[]"), 1, "", "one JSON object"),
        (
            rules('"sets": 3', '"sets": "3"'),
            2,
            "sets",
            "a whole number from 1 up, not '\"3\"'",
        ),
        (
            rules('"sets": 3', '"sets": true'),
            2,
            "sets",
            "a whole number from 1 up, not 'true'",
        ),
        (rules('"sets": 3,', ""), 0, "sets", "a value for sets"),
        (
            rules('"sets": 3', '"sets": 3, "people": 13'),
            2,
            "people",
            "12, as many people as people.csv has, not '13'",
        ),
        (
            rules('"size_max": 5', '"size_max": 2'),
            4,
            "size_max",
            "a whole number from 3 up, not '2'",
        ),
        (
            rules('"level": 0.15', '"level": -1'),
            9,
            "level",
            "a number from 0 up, not '-1'",
        ),
        (rules('"level": 0.15', '"level": NaN'), 0, "", "JSON (NaN is not a number)"),
        (rules('"level": 0.15,', ""), 8, "weights", "a weight for level"),
        (
            rules('"fairness_share": 0.1', '"fairness_share": 0'),
            17,
            "fairness_share",
            "a share above 0, at most 1, not '0'",
        ),
    ],
)
def test_what_was_expected_is_said_with_file_line_and_column(
    breaking: Breaking, line: int, column: str, expected: str, tmp_path: Path
) -> None:
    broken = breaking(problem(tmp_path))

    with pytest.raises(Unfit) as refused:
        files.read(tmp_path)

    assert refused.value == Unfit(broken, expected, line, column)


def test_a_complaint_reads_as_a_sentence(tmp_path: Path) -> None:
    refused = Unfit(tmp_path / "pairs.csv", "must or must_not", 3, "kind")

    assert str(refused) == (
        f"{tmp_path}/pairs.csv, line 3, column kind: expected must or must_not"
    )


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="nowhere: expected a folder with people"):
        files.read(tmp_path / "nowhere")


def test_sets_and_facilitators_are_written_into_two_files(tmp_path: Path) -> None:
    brief = Brief(tuple(Person(id=f"P{at}") for at in range(4)))
    proposal = Proposal(
        sets=(ProposedSet("S1", ("P2", "P0"), "F0"), ProposedSet("S2", ("P1", "P3"))),
        score=Score(total=0.0, parts={}, fairness=0.0, sets={}),
    )
    out = tmp_path / "sets.csv"
    led = files.facilitators_beside(out)

    files.write(brief, proposal, out, led)

    assert out.read_bytes() == b"person_id,set_id\nP0,S1\nP1,S2\nP2,S1\nP3,S2\n"
    assert led.read_bytes() == b"set_id,facilitator_id\nS1,F0\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "sets.csv",
        "sets.facilitators.csv",
    ]
