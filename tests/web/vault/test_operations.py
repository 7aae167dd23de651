"""A database, its keystore and its master key belong together, or nothing starts."""

import shutil
import uuid
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from askwell.web.vault import cipher, operations
from askwell.web.vault.errors import VaultLocked
from askwell.web.vault.keystore import Keystore
from askwell.web.vault.models import Mark, Receipt
from web.vault.pages import Notebook, Page

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 3, 9, 9, 30, tzinfo=UTC)
SET = uuid.UUID(int=1)
ANA, BEN = uuid.UUID(int=10), uuid.UUID(int=11)

pytestmark = pytest.mark.django_db


def seal(author_id: uuid.UUID = ANA) -> bytes:
    return cipher.seal("words", set_id=SET, author_id=author_id, place="here")


def opened(sealed: bytes, author_id: uuid.UUID = ANA) -> str | None:
    return cipher.open(sealed, set_id=SET, author_id=author_id, place="here")


def start_again() -> None:
    """As another process would: nothing remembered."""
    cipher._keystore.cache_clear()
    operations.found()


def test_a_new_server_gets_a_keystore_and_a_master_key(folder: Path) -> None:
    operations.found()

    assert opened(seal()) == "words"
    assert str(Mark.objects.get().keystore) == cipher.keystore().identity()


def test_starting_again_keeps_everything(vault: Keystore) -> None:
    sealed = seal()

    start_again()

    assert opened(sealed) == "words"


def test_a_master_key_made_beforehand_is_used(folder: Path, settings: Any) -> None:
    secret = cipher.keystore().master.create()
    operations.found()

    settings.MASTER_KEY, settings.MASTER_KEY_FILE = (
        operations.master.encode(secret),
        folder / "elsewhere",
    )
    start_again()


def test_a_missing_master_key_stops_the_start(vault: Keystore) -> None:
    vault.master.file.unlink()

    with pytest.raises(VaultLocked, match="its master key is missing"):
        start_again()

    assert not vault.master.file.exists()


def test_a_lost_keystore_is_never_begun_anew(vault: Keystore) -> None:
    vault.path.unlink()

    with pytest.raises(VaultLocked, match="a keystore that is missing"):
        start_again()

    assert not vault.path.exists()


def test_sealed_rows_alone_forbid_a_new_keystore(
    notebook: Notebook, vault: Keystore, monkeypatch: pytest.MonkeyPatch
) -> None:
    Page.objects.create(notebook=notebook, author_id=ANA, words="kept")
    monkeypatch.setattr(operations.apps, "get_models", lambda: [Notebook, Page])
    vault.path.unlink()
    Mark.objects.all().delete()

    with pytest.raises(VaultLocked, match="a keystore that is missing"):
        start_again()


def test_another_databases_keystore_is_refused(vault: Keystore) -> None:
    Mark.objects.update(keystore=uuid.uuid4())

    with pytest.raises(VaultLocked, match="belongs to another database"):
        start_again()


def test_checking_before_the_set_up_says_so(store: Keystore) -> None:
    with pytest.raises(VaultLocked, match="run `askwell setup`"):
        operations.check()


def test_keys_kept_from_an_empty_database_serve_the_next(vault: Keystore) -> None:
    Mark.objects.all().delete()

    start_again()

    assert str(Mark.objects.get().keystore) == vault.identity()


def test_a_receipt_names_the_day_from_which_nobody_can_read(vault: Keystore) -> None:
    sealed = seal()

    receipt = operations.shred_set(SET, at=NOW)

    assert opened(sealed) is None
    assert receipt.shredded_at == NOW
    assert receipt.unreadable_from == date(2026, 4, 1)
    assert str(receipt) == "Nobody can read it from 2026-04-01"


def test_shredding_twice_gives_the_first_receipt(vault: Keystore) -> None:
    seal()

    sets = [operations.shred_set(SET, at=at) for at in (NOW, LATER)]
    authors = [operations.shred_author(SET, ANA, at=at) for at in (NOW, LATER)]

    assert sets[0] == sets[1]
    assert authors[0] == authors[1]
    assert {receipt.shredded_at for receipt in Receipt.objects.all()} == {NOW}


def test_a_leaver_has_a_receipt_of_their_own(vault: Keystore) -> None:
    anas, bens = seal(ANA), seal(BEN)

    receipt = operations.shred_author(SET, ANA, at=NOW)

    assert receipt.author_id == str(ANA)
    assert opened(anas, ANA) is None
    assert opened(bens, BEN) == "words"


def test_a_restored_keystore_forgets_again_what_was_shredded(
    vault: Keystore, tmp_path: Path
) -> None:
    anas, bens = seal(ANA), seal(BEN)
    other = cipher.seal("words", set_id=uuid.UUID(int=2), author_id=ANA, place="here")
    vault.backup(tmp_path / "backup")
    operations.shred_author(SET, ANA, at=NOW)
    operations.shred_set(uuid.UUID(int=2), at=NOW)

    shutil.copy(tmp_path / "backup", vault.path)
    start_again()

    assert opened(anas, ANA) is None
    assert opened(bens, BEN) == "words"
    assert (
        cipher.open(other, set_id=uuid.UUID(int=2), author_id=ANA, place="here") is None
    )


def test_a_returned_leavers_new_words_outlive_the_next_start(vault: Keystore) -> None:
    seal()
    operations.shred_author(SET, ANA, at=NOW)
    new = seal()

    start_again()

    assert opened(new) == "words"


def test_keys_can_be_made_before_they_are_needed(vault: Keystore) -> None:
    operations.prepare(SET, [ANA, BEN])

    assert len(vault.live_keys()) == 2


def test_the_master_key_file_is_replaced_by_a_rotation(vault: Keystore) -> None:
    sealed, old = seal(), vault.master.file.read_text()

    operations.rotate()

    assert vault.master.file.read_text() != old
    start_again()
    assert opened(sealed) == "words"


def test_a_master_key_from_the_environment_needs_its_successor(
    folder: Path, settings: Any
) -> None:
    old, new = operations.master.new_key(), operations.master.new_key()
    settings.MASTER_KEY = operations.master.encode(old)
    operations.found()
    sealed = seal()

    with pytest.raises(VaultLocked, match="ASKWELL_NEW_MASTER_KEY"):
        operations.rotate()
    operations.rotate(new)

    with pytest.raises(VaultLocked, match="is not the one"):
        start_again()
    settings.MASTER_KEY = operations.master.encode(new)
    start_again()
    assert opened(sealed) == "words"
