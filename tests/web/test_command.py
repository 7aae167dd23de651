"""The `askwell` command, as somebody at a terminal meets it."""

import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

OURS = "ASKWELL_"


def askwell(
    folder: Path, *words: str, **settings: str
) -> "subprocess.CompletedProcess[str]":
    """Run the command with its data in `folder` and no settings but those given."""
    outside = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    outside.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.run(
        [sys.executable, "-m", "askwell", *words],
        env={**outside, "ASKWELL_DATA": str(folder), **settings},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that `askwell setup` has made."""
    folder = tmp_path_factory.mktemp("data")
    assert askwell(folder, "setup").returncode == 0
    return folder


def test_setting_up_makes_database_keys_and_secret_for_the_owner_alone(
    set_up: Path,
) -> None:
    kept = [set_up / "secret.key", set_up / "keys" / "master.key"]

    assert (set_up / "askwell.sqlite3").exists()
    assert [oct(path.stat().st_mode)[-3:] for path in kept] == ["600", "600"]


def test_setting_up_again_keeps_what_is_there(set_up: Path) -> None:
    before = [(set_up / "secret.key").read_text(), (set_up / "keys/master.key").stat()]

    again = askwell(set_up, "setup")

    assert again.returncode == 0
    assert before == [
        (set_up / "secret.key").read_text(),
        (set_up / "keys/master.key").stat(),
    ]


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        ({"ASKWELL_DATABASE": "mysql://somewhere"}, "postgres://"),
        ({"ASKWELL_DATABASE": "postgres://x@127.0.0.1:1/x"}, "Check ASKWELL_DATABASE"),
        ({"ASKWELL_MAIL": "pigeon"}, "console, file, smtp"),
        ({"ASKWELL_SMTP_PORT": "many"}, "whole number"),
        ({"ASKWELL_MASTER_KEY": "AAAA"}, "32 bytes"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_what_to_do(
    set_up: Path, settings: dict[str, str], advice: str
) -> None:
    refused = askwell(set_up, "setup", **settings)

    assert refused.returncode == 2
    assert refused.stderr.startswith("askwell: ")
    assert advice in refused.stderr
    assert "Traceback" not in refused.stderr


def test_without_the_master_key_it_does_not_start_and_makes_no_new_one(
    tmp_path: Path,
) -> None:
    askwell(tmp_path, "demo", "--no-year")
    (tmp_path / "keys" / "master.key").unlink()

    refused = askwell(tmp_path, "serve", "--port", "0")
    locked_out = askwell(tmp_path, "setup")

    assert (refused.returncode, locked_out.returncode) == (2, 2)
    assert "master key is missing" in locked_out.stderr
    assert not (tmp_path / "keys" / "master.key").exists()


def test_a_port_in_use_is_named(set_up: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        refused = askwell(set_up, "serve", "--port", port)

    assert refused.returncode == 2
    assert f"port {port}" in refused.stderr
    assert "--port" in refused.stderr


def test_a_backup_is_a_database_without_keys(set_up: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"

    made = askwell(set_up, "backup", str(copy))
    again = askwell(set_up, "backup", str(copy))

    assert made.returncode == 0
    assert "keys are not in it" in made.stdout
    with sqlite3.connect(copy) as database:
        tables = {
            name for (name,) in database.execute("SELECT name FROM sqlite_schema")
        }
    database.close()
    assert "meetings_entry" in tables
    assert again.returncode == 2
    assert "exists already" in again.stderr
