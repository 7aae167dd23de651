"""`askwell review`, as somebody at a terminal meets it."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from transcripts.written import SAMPLES

ZOOM = SAMPLES / "contact_centre.zoom.vtt"
SRT = SAMPLES / "contact_centre.srt"


def review(*words: object, **settings: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "askwell", "review", *map(str, words)],
        env={**outside(), **settings},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def outside() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("ASKWELL_")}
    for name in ("DJANGO_SETTINGS_MODULE", "NO_COLOR", "PYTHONIOENCODING"):
        kept.pop(name, None)
    return {**kept, "PYTHONUTF8": "1"}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "broken.vtt"
    file.write_text("WEBVTT\n\n1\n00:00:01.000 -> 00:00:02.000\nAmara: Hello.\n")
    return file


def test_a_report_is_plain_text_of_eighty_columns():
    done = review(ZOOM)

    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout
    headings = [line for line in done.stdout.splitlines() if line[:1].isupper()]
    assert headings == [
        "What went well",
        "Who spoke, and for how long",
        "Who asked and who told",
        "Longest turns",
        "Questions asked in one breath",
        "The meeting over time",
        "Moments worth talking about",
        "Who had which part",
        "In numbers",
    ]


def test_json_is_the_report_and_nothing_else():
    done = review(ZOOM, "--json")

    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert report["schema"] == "askwell.transcript-report/1"
    assert report["people"][0]["name"] == "Dev Raman"
    assert report["people"][0]["share"] == pytest.approx(0.442, abs=0.001)


def test_several_files_are_a_list_and_a_line_each_says_how_far_it_is():
    done = review(ZOOM, SRT, "--json")

    assert [each["name"] for each in json.loads(done.stdout)] == [ZOOM.name, SRT.name]
    assert done.stderr.splitlines() == [
        f"{ZOOM.name}: reviewed",
        f"{SRT.name}: reviewed",
    ]


def test_a_broken_file_says_where_and_the_others_are_still_reviewed(broken):
    done = review(broken, ZOOM, broken.parent / "absent.vtt", "--json")

    assert done.returncode == 2
    assert [each["name"] for each in json.loads(done.stdout)] == [ZOOM.name]
    assert done.stderr.splitlines() == [
        f"askwell: {broken}, line 4: expected a time, as in "
        "00:01:02.000 --> 00:01:05.000",
        f"{ZOOM.name}: reviewed",
        f"askwell: {broken.parent / 'absent.vtt'}: No such file or directory",
        "askwell: 2 of 3 files not reviewed.",
    ]


def test_a_list_of_broken_files_is_empty(broken):
    done = review(broken, broken, "--json")

    assert (done.returncode, json.loads(done.stdout)) == (2, [])


def test_names_can_be_hidden_mapped_and_given_parts():
    done = review(
        *(ZOOM, "--json", "--facilitator", "ruth", "--presenter", "Dev"),
        *("--name", "Hannah=Nia Odu", "--name", "Tom Whitlow=Nia Odu"),
    )

    cast = {part["name"]: part for part in json.loads(done.stdout)["cast"]}
    assert (cast["Ruth Abel"]["role"], cast["Ruth Abel"]["given"]) == (
        "facilitator",
        True,
    )
    assert cast["Dev Raman"]["role"] == "presenter"
    assert sorted(cast) == [
        "Dev Raman",
        "Ines Costa",
        "Marc Delaney",
        "Nia Odu",
        "Ruth Abel",
    ]


def test_anonymous_reports_name_nobody(tmp_path):
    named = tmp_path / "Hannah and Dev.vtt"
    shutil.copy(ZOOM, named)

    done = review(named, "--anonymous", "--facilitator", "Hannah")

    spoke = ["Hannah", "Okoro", "Dev", "Raman", "Ruth", "Marc", "Ines", "Tom "]
    assert [name for name in spoke if name in done.stdout] == []
    assert "Member A: facilitator." in done.stdout


def test_a_name_that_means_nobody_is_said():
    done = review(ZOOM, "--presenter", "Zed")

    assert done.returncode == 2
    assert done.stderr.startswith("askwell: nobody, or more than one, is called Zed.")


@pytest.mark.parametrize("words", [["--name", "Dev"], ["--name", "=Dev"], []])
def test_what_cannot_be_understood_is_said_before_anything_is_done(words):
    done = review(*words, *([ZOOM] if words else []))

    assert (done.returncode, done.stdout) == (2, "")


def test_a_page_is_written_to_a_file(tmp_path):
    page = tmp_path / "pages" / "talk.html"

    done = review(ZOOM, "--out", page, "--json", ASKWELL_DATA=str(tmp_path / "data"))

    assert (done.returncode, done.stderr) == (0, f"{ZOOM.name}: written to {page}\n")
    assert "Dev Raman" in page.read_text(encoding="utf-8")
    assert not (tmp_path / "data").exists()


def test_pages_of_files_with_one_name_stand_side_by_side_in_a_folder(tmp_path):
    again = tmp_path / ZOOM.name
    shutil.copy(ZOOM, again)

    done = review(ZOOM, again, "--out", tmp_path / "pages", "--anonymous")

    assert done.returncode == 0
    assert sorted(page.name for page in (tmp_path / "pages").iterdir()) == [
        "contact_centre.zoom-2.html",
        "contact_centre.zoom.html",
    ]


def test_several_reports_do_not_fit_into_one_page(tmp_path):
    done = review(ZOOM, SRT, "--out", tmp_path / "talk.html")

    assert (done.returncode, done.stdout) == (2, "")
    assert "Name a folder with --out." in done.stderr


def test_a_page_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")

    done = review(ZOOM, "--out", tmp_path / "file", "--json")

    assert done.returncode == 2
    assert done.stderr.startswith(f"askwell: {tmp_path / 'file'}: ")


@pytest.mark.parametrize(
    ("settings", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)]
)
def test_a_terminal_shows_colour_and_how_far_it_is(settings, coloured):
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "askwell", "review", str(ZOOM), str(SRT)],
        env={**outside(), **settings},
        stdout=theirs,
        stderr=theirs,
    ) as command:
        os.close(theirs)
        shown = b"".join(iter(lambda: some(ours), b"")).decode()
        command.wait(timeout=60)
    os.close(ours)

    assert command.returncode == 0
    assert ("\x1b[1m" in shown) is coloured
    assert "2 of 2" in shown


def some(terminal: int) -> bytes:
    """What the terminal was sent, and nothing once it is closed."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""


def test_whoever_has_read_enough_may_stop():
    with subprocess.Popen(
        [sys.executable, "-m", "askwell", "review", str(ZOOM), str(SRT)],
        env=outside(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as command:
        command.stdout.readline()
        command.stdout.close()
        complaints = command.stderr.read()

    assert (command.returncode, complaints.count(b"Traceback")) == (0, 0)
    assert b"Broken pipe" not in complaints


def test_a_terminal_that_knows_few_letters_is_shown_ascii():
    done = review(ZOOM, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "####" in done.stdout
