"""What an operator can do with the keys from the terminal."""

import argparse
import uuid
from pathlib import Path
from typing import Any

import pytest

from askwell.web.vault import cipher, command, master
from askwell.web.vault.errors import VaultLocked
from askwell.web.vault.keystore import Keystore

SET, ANA = uuid.UUID(int=1), uuid.UUID(int=10)


def keys(*words: object) -> None:
    parser = argparse.ArgumentParser()
    command.describe(parser)
    options = parser.parse_args([str(word) for word in words])
    options.act(options)


def seal() -> bytes:
    return cipher.seal("words", set_id=SET, author_id=ANA, place="here")


def opened(sealed: bytes) -> str | None:
    return cipher.open(sealed, set_id=SET, author_id=ANA, place="here")


def test_keys_that_fit_are_said_to_fit(vault: Keystore, capsys: Any) -> None:
    keys("check")

    assert "belong together" in capsys.readouterr().out


def test_a_backup_says_what_to_keep_apart(
    vault: Keystore, tmp_path: Path, capsys: Any
) -> None:
    keys("backup", tmp_path / "copy")

    assert (tmp_path / "copy").exists()
    assert str(vault.master.file) in capsys.readouterr().out


def test_a_backup_is_not_written_over_another(vault: Keystore, tmp_path: Path) -> None:
    keys("backup", tmp_path / "copy")

    with pytest.raises(VaultLocked, match="File exists"):
        keys("backup", tmp_path / "copy")


def test_a_rotation_says_where_the_new_key_is(vault: Keystore, capsys: Any) -> None:
    sealed = seal()

    keys("rotate")

    assert str(vault.master.file) in capsys.readouterr().out
    assert opened(sealed) == "words"


def test_a_key_from_the_environment_is_rotated_to_the_new_one_there(
    vault: Keystore, settings: Any, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    settings.MASTER_KEY = vault.master.file.read_text().strip()
    new = master.encode(master.new_key())
    monkeypatch.setenv("ASKWELL_NEW_MASTER_KEY", new)

    keys("rotate")

    assert "ASKWELL_MASTER_KEY" in capsys.readouterr().out
    settings.MASTER_KEY = new
    keys("check")


def test_destroying_keys_asks_to_be_meant(vault: Keystore, capsys: Any) -> None:
    sealed = seal()

    with pytest.raises(VaultLocked, match="--for-ever"):
        keys("shred", SET)
    assert opened(sealed) == "words"

    keys("shred", SET, "--author", ANA, "--for-ever")
    assert opened(sealed) is None

    keys("shred", SET, "--for-ever")
    assert "Nobody can read it from" in capsys.readouterr().out
