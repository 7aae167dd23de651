"""`askwell coach`: turns on standard input, readings on standard output."""

import io
import json
from types import SimpleNamespace

import pytest

from askwell.coach import TurnKind, read
from askwell.web.command import main


@pytest.fixture
def ask(monkeypatch, capsys):
    """Run the command over some bytes; its lines, its complaints, its exit code."""

    def ask(said: bytes, *options: str):
        stream = SimpleNamespace(buffer=io.BytesIO(said), isatty=lambda: False)
        monkeypatch.setattr("sys.stdin", stream)
        code = main(["coach", "--jsonl", *options])
        out, err = capsys.readouterr()
        return [json.loads(line) for line in out.splitlines()], err, code

    return ask


def test_every_line_is_answered_by_one_line(ask):
    answers, _, code = ask(
        "You should tell him straight.\n\nBonjour à tous.\n".encode()
    )

    assert [len(answers), code] == [3, 0]


def test_an_answer_says_kind_chances_reason_and_rewrites(ask):
    (answer,), _, _ = ask(b"You should tell him straight.\n")

    expected = read("You should tell him straight.")
    assert answer["kind"] == "advice"
    assert list(answer["probabilities"]) == [kind.value for kind in TurnKind]
    assert sum(answer["probabilities"].values()) == pytest.approx(1, abs=1e-5)
    assert answer["reason"] == expected.reason
    assert answer["rewrites"] == list(expected.rewrites)


def test_with_context_a_presenter_is_not_coached(ask):
    line = json.dumps({"text": "You should tell him straight.", "role": "presenter"})

    (answer,), _, code = ask(line.encode(), "--context")

    assert (answer["hint"], answer["rewrites"], code) == ("", [], 0)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("nonsense", "expected a JSON object"),
        ("[]", 'expected a JSON object with "text"'),
        ('{"text": 7}', 'expected a JSON object with "text"'),
        ('{"text": "Why?", "phase": 7}', 'expected text for "phase"'),
        ('{"text": "Why?", "role": "boss"}', "expected one of presenter, member"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_are_read(
    ask, line, expected
):
    answers, complaint, code = ask(
        f'{line}\n{{"text": "What matters most?"}}\n'.encode(), "--context"
    )

    assert expected in answers[0]["error"]
    assert answers[1]["kind"] == "open_question"
    assert f"line 1: {expected}" in complaint
    assert code == 2


def test_bytes_that_are_no_text_are_read_all_the_same(ask):
    answers, _, code = ask(b"\xff\xfe\x00 what\n")

    assert (len(answers), code) == (1, 0)


def test_half_a_letter_and_endless_nesting_stop_nothing(ask):
    half = b'{"text": "Have you tried talk\\ud800ing to Priya \\ud800 Bob?"}\n'

    answers, said, code = ask(half + b"[" * 100_000, "--context")

    assert answers[0]["kind"] == "leading_question"
    assert answers[1]["error"].startswith("line 2: expected a JSON object")
    assert (code, len(answers)) == (2, 2)
    assert "line 2" in said
