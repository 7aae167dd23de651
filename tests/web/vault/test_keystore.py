"""The keystore keeps keys apart from the words, and can truly forget them."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from askwell.web.vault import master, memory
from askwell.web.vault.errors import Tampered, VaultLocked
from askwell.web.vault.keystore import Keystore
from askwell.web.vault.master import MasterKey
from web.vault.traces import bytes_on_disk, wrapped_keys

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def another_process(store: Keystore) -> Keystore:
    """The same file, with nothing remembered."""
    return Keystore(store.path, MasterKey(store.master.given, store.master.file))


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_only_the_owner_can_read_the_keys(store: Keystore, folder: Path) -> None:
    assert mode(folder) == 0o700
    assert mode(store.path) == 0o600
    assert mode(store.master.file) == 0o600


def test_founding_again_changes_nothing(store: Keystore) -> None:
    key = store.sealing_key("set", "ana")
    secret = store.master.file.read_text()

    another_process(store).found()

    assert store.master.file.read_text() == secret
    assert another_process(store).sealing_key("set", "ana").key_id == key.key_id


def test_processes_that_found_at_once_found_one_keystore(folder: Path) -> None:
    path, secret = folder / "keystore.sqlite3", folder / "master.key"
    stores = [Keystore(path, MasterKey("", secret)) for _ in range(8)]

    at_once([store.found for store in stores])

    assert len({store.identity() for store in stores}) == 1
    for store in stores:
        store.check()


def test_processes_that_need_a_key_at_once_make_one(store: Keystore) -> None:
    stores = [another_process(store) for _ in range(8)]
    keys = []

    at_once([lambda s=s: keys.append(s.sealing_key("set", "ana")) for s in stores])

    assert len({key.key_id for key in keys}) == 1


def test_words_sealed_in_one_process_open_in_another(store: Keystore) -> None:
    key = store.sealing_key("set", "ana")
    assert key.aead
    sealed = key.aead.encrypt(b"n" * 12, b"words", None)

    program = (
        "import sys; from pathlib import Path\n"
        "from askwell.web.vault.keystore import Keystore\n"
        "from askwell.web.vault.master import MasterKey\n"
        "store = Keystore(Path(sys.argv[1]), MasterKey('', Path(sys.argv[2])))\n"
        "aead = store.key(int(sys.argv[3])).aead\n"
        "print(aead.decrypt(b'n' * 12, bytes.fromhex(sys.argv[4]), None).decode())\n"
    )
    given = [str(store.path), str(store.master.file), str(key.key_id), sealed.hex()]
    answer = subprocess.run(
        [sys.executable, "-c", program, *given],
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout == "words\n"


def test_no_key_lies_in_the_keystore_unwrapped(
    store: Keystore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bytes] = []
    new_key = master.new_key
    monkeypatch.setattr(master, "new_key", lambda: made.append(new_key()) or made[-1])

    store.sealing_key("set", "ana")

    assert len(made) == 2
    assert not any(key in store.path.read_bytes() for key in made)


@pytest.mark.parametrize("who", ["the set", "one author"])
def test_shredded_keys_leave_no_trace_on_the_disk(
    store: Keystore, folder: Path, who: str
) -> None:
    store.prepare("kept", ["ana", "ben"])
    kept = wrapped_keys(store)
    store.prepare("gone", [f"author {number}" for number in range(500)])
    gone = [key for key in wrapped_keys(store) if key not in kept]
    assert all(key in bytes_on_disk(folder) for key in gone)

    if who == "the set":
        store.shred("gone", at=NOW)
    else:
        gone = shred_each_author(store, gone)

    remaining = bytes_on_disk(folder)
    assert not any(key in remaining for key in gone)
    assert all(key in remaining for key in kept)


def shred_each_author(store: Keystore, gone: list[bytes]) -> list[bytes]:
    for number in range(0, 500, 50):
        store.shred_author("gone", f"author {number}", at=NOW)
    return [key for key in gone if key not in wrapped_keys(store)]


def test_other_processes_forget_a_shredded_key(
    store: Keystore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "RECHECK_AFTER", 0)
    key_id = store.sealing_key("set", "ana").key_id
    other = another_process(store)
    assert other.key(key_id).aead is not None

    store.shred("set", at=NOW)

    assert other.key(key_id).aead is None


def test_its_generation_moves_when_keys_are_destroyed(
    store: Keystore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "RECHECK_AFTER", 0)
    other = another_process(store)
    store.sealing_key("set", "ana")
    before = store.generation()
    assert other.generation() == before

    store.shred_author("set", "ana", at=NOW)

    assert other.generation() == store.generation() != before


def test_a_keystore_that_is_not_there_is_not_made_by_looking(folder: Path) -> None:
    store = Keystore(folder / "keystore.sqlite3", MasterKey("", folder / "master.key"))

    with pytest.raises(VaultLocked, match="cannot be opened"):
        store.sealing_key("set", "ana")

    assert not folder.exists()


def test_an_empty_file_is_no_keystore(store: Keystore) -> None:
    store.path.write_bytes(b"")

    with pytest.raises(VaultLocked, match="is empty"):
        another_process(store).check()


def test_a_file_that_is_no_database_is_no_keystore(store: Keystore) -> None:
    store.path.write_bytes(b"not a database, whatever its name says" * 100)

    with pytest.raises(VaultLocked, match="not a database"):
        another_process(store).check()


def test_a_missing_master_key_is_not_replaced(store: Keystore) -> None:
    store.sealing_key("set", "ana")
    store.master.file.unlink()
    store = another_process(store)

    with pytest.raises(VaultLocked, match="its master key is missing"):
        store.check()
    with pytest.raises(VaultLocked, match="its master key is missing"):
        store.sealing_key("set", "ana")

    assert not store.master.file.exists()


def test_a_wrong_master_key_is_recognised(store: Keystore) -> None:
    store.master.file.unlink()
    store.master.create()

    with pytest.raises(VaultLocked, match="is not the one the keystore"):
        another_process(store).check()


@pytest.mark.parametrize("text", ["", "secret", "AAAA", "é", "A" * 44])
def test_a_broken_master_key_says_what_one_looks_like(
    store: Keystore, text: str
) -> None:
    store.master.file.write_text(text)

    with pytest.raises(VaultLocked, match="44 characters"):
        another_process(store).check()


def test_the_master_key_may_come_from_the_environment(folder: Path) -> None:
    given = master.encode(master.new_key())
    store = Keystore(folder / "keystore.sqlite3", MasterKey(given, folder / "no.key"))

    store.found()

    store.check()
    assert not (folder / "no.key").exists()


def test_a_master_key_never_shows_itself(store: Keystore) -> None:
    given = MasterKey("a-secret", store.master.file)

    assert repr(given) == "<master key from ASKWELL_MASTER_KEY>"
    assert "aead" not in repr(store.sealing_key("set", "ana"))


def test_a_keystore_of_a_newer_askwell_is_left_alone(store: Keystore) -> None:
    db = sqlite3.connect(store.path)
    db.execute("PRAGMA user_version = 99")
    db.close()

    with pytest.raises(VaultLocked, match="newer Askwell"):
        another_process(store).check()


def test_a_wrapped_key_cannot_be_given_to_someone_else(store: Keystore) -> None:
    store.prepare("set", ["ana", "ben"])
    db = sqlite3.connect(store.path, isolation_level=None)
    anas = db.execute("SELECT wrapped FROM author_keys WHERE author_id = 'ana'")
    db.execute(
        "UPDATE author_keys SET wrapped = ? WHERE author_id = 'ben'", anas.fetchone()
    )
    db.close()

    with pytest.raises(Tampered):
        store.sealing_key("set", "ben")


def test_a_backup_opens_what_was_sealed(store: Keystore, tmp_path: Path) -> None:
    key = store.sealing_key("set", "ana")
    copy = tmp_path / "copy.sqlite3"

    store.backup(copy)

    assert mode(copy) == 0o600
    assert Keystore(copy, store.master).key(key.key_id).aead is not None


def test_a_backup_overwrites_nothing(store: Keystore, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("something dear")

    with pytest.raises(FileExistsError):
        store.backup(tmp_path / "copy")


def test_a_new_master_key_opens_what_was_sealed_before(store: Keystore) -> None:
    key_id = store.sealing_key("set", "ana").key_id
    old = store.master.file.read_text()

    store.rotate(master.new_key())

    assert store.master.file.read_text() != old
    assert mode(store.master.file) == 0o600
    assert store.key(key_id).aead is not None
    assert another_process(store).key(key_id).aead is not None


def test_the_old_master_key_opens_nothing_after_a_rotation(
    store: Keystore, folder: Path
) -> None:
    store.sealing_key("set", "ana")
    [set_key, _] = wrapped_keys(store)
    old = store.master.file.read_text()

    store.rotate(master.new_key())

    store.master.file.write_text(old)
    with pytest.raises(VaultLocked, match="is not the one"):
        another_process(store).check()
    assert set_key not in bytes_on_disk(folder)


def test_a_running_process_goes_on_with_the_new_master_key(
    store: Keystore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "RECHECK_AFTER", 0)
    running = another_process(store)
    running.sealing_key("set", "ana")

    store.rotate(master.new_key())

    assert running.sealing_key("another set", "ana").aead is not None


@pytest.mark.parametrize("crash_in", ["_rewrap", "settle"])
def test_a_rotation_broken_off_at_any_point_leaves_keys_that_fit(
    store: Keystore, monkeypatch: pytest.MonkeyPatch, crash_in: str
) -> None:
    key_id = store.sealing_key("set", "ana").key_id
    owner = MasterKey if crash_in == "settle" else Keystore
    with monkeypatch.context() as patch:
        patch.setattr(owner, crash_in, lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.rotate(master.new_key())

    another_process(store).check()
    another_process(store).rotate(master.new_key())

    after = another_process(store)
    after.check()
    assert after.key(key_id).aead is not None
    assert not store.master.staged_file.exists()


def test_a_keystore_put_back_from_a_backup_is_noticed_while_running(
    store: Keystore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "RECHECK_AFTER", 0)
    store.backup(tmp_path / "old")
    key_id = store.sealing_key("set", "ana").key_id
    store.shred("other", at=NOW)
    assert store.key(key_id).aead is not None

    shutil.copy(tmp_path / "old", store.path)

    with pytest.raises(Tampered, match="older than the database"):
        store.key(key_id)


def at_once(acts: list[Any]) -> None:
    barrier = threading.Barrier(len(acts))

    def run(act: Any) -> None:
        barrier.wait()
        act()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
