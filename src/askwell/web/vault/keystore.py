"""The keystore: keys of sets and authors, wrapped, in a file apart from all words."""

import os
import sqlite3
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from askwell.web.vault import keyfile, master
from askwell.web.vault.errors import Shredded, Tampered, VaultLocked
from askwell.web.vault.keyfile import KeyFile
from askwell.web.vault.master import MasterKey
from askwell.web.vault.memory import Memory

NONCE = 12

# The keystore's identity, and how often something in it was destroyed or wrapped anew.
Generation = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Key:
    """One author's key in one set; `aead` is None once it has been shredded."""

    key_id: int
    set_id: str
    author_id: str
    aead: AESGCM | None = field(repr=False)


class Keystore:
    """Set keys wrapped by the master key, author keys wrapped by set keys.

    Safe to use from many threads, and from several processes of one machine.
    """

    def __init__(self, path: Path, master_key: MasterKey) -> None:
        self.path = path
        self.master = master_key
        self._file = KeyFile(path)
        self._unlocked: tuple[bytes, AESGCM] | None = None
        self._memory: Memory[Key] = Memory(
            sealing=self._load_sealing_key,
            opening=self._load_key,
            generation=self._read_generation,
        )

    def is_founded(self) -> bool:
        return self._file.is_laid_out()

    def found(self) -> None:
        """Make the file, and a master key if there is none.

        Two processes may found at once: the second finds the first one's work.
        The caller has made sure that no words were sealed with a lost keystore.
        """
        master.private_folder(self.path.parent)
        self._file.make()
        with self._file.writing() as db:
            if not keyfile.is_laid_out(db):
                self._lay_out(db)

    def check(self) -> None:
        """Refuse with what to do unless keystore and master key fit each other."""
        with self._file.writing() as db:
            self._unlock(db)
            self._settle(db)

    def identity(self) -> str:
        """The random name that pairs this keystore with one database."""
        with self._file.reading() as db:
            return str(keyfile.about(db)["identity"])

    def sealing_key(self, set_id: str, author_id: str) -> Key:
        """The author's live key in the set, made when there is none yet."""
        return self._memory.current().sealing(set_id, author_id)

    def key(self, key_id: int) -> Key:
        """The key some words were sealed with, whether live or shredded."""
        return self._memory.current().opening(key_id)

    def generation(self) -> Generation:
        """Changes whenever keys, and words opened with them, must be forgotten."""
        generation: Generation = self._memory.generation()
        return generation

    def prepare(self, set_id: str, author_ids: Iterable[str]) -> None:
        """Make the keys of several authors in one write, before they are needed."""
        with self._file.writing() as db:
            set_key = self._set_key(db, set_id)
            for author_id in author_ids:
                if keyfile.live_author_key(db, set_id, author_id) is None:
                    _add_author_key(db, set_key, set_id, author_id)

    def prepare_own(self, people: Iterable[str]) -> None:
        """Make keys that are people's own, which no set shares, in one write."""
        with self._file.writing() as db:
            for person in people:
                if keyfile.live_author_key(db, person, person) is None:
                    set_key = self._set_key(db, person)
                    _add_author_key(db, set_key, person, person)

    def shred(self, set_id: str, *, at: datetime) -> datetime:
        """Destroy every key of the set; returns when that first happened."""
        with self._file.writing() as db:
            when = keyfile.shred_set(db, set_id, at=at)
        self._wipe()
        return when

    def shred_author(self, set_id: str, author_id: str, *, at: datetime) -> list[int]:
        """Destroy one author's keys in one set; returns the ids of all destroyed."""
        with self._file.writing() as db:
            key_ids = keyfile.shred_author(db, set_id, author_id, at=at)
        self._wipe()
        return key_ids

    def shred_keys(self, key_ids: Iterable[int], *, at: datetime) -> None:
        with self._file.writing() as db:
            keyfile.shred_keys(db, key_ids, at=at)
        self._wipe()

    def live_sets(self) -> set[str]:
        return self._all("SELECT set_id FROM set_keys WHERE wrapped IS NOT NULL")

    def live_keys(self) -> set[int]:
        return self._all("SELECT key_id FROM author_keys WHERE wrapped IS NOT NULL")

    def rotate(self, new: bytes) -> None:
        """Wrap every set key with a new master key and forget the old one.

        With a master key file the new key is first laid beside it, so that a crash
        at any point leaves a pair that fits.
        """
        with self._file.writing() as db:
            old = self._unlock(db)
            self._settle(db)
            if not self.master.given:
                self.master.stage(new)
            self._rewrap(db, old=old, new=new)
        with self._file.writing() as db:
            self._settle(db)
        self._wipe()

    def backup(self, to: Path) -> None:
        """Copy the keystore to a new file, consistent even while it is in use."""
        self._file.backup(to)

    def _lay_out(self, db: sqlite3.Connection) -> None:
        if not self.master.exists():
            self.master.create()
        identity = str(uuid.uuid4())
        key = next(self.master.candidates())
        keyfile.lay_out(
            db,
            identity=identity,
            fingerprint=master.fingerprint(key, identity=identity),
        )

    def _read_generation(self) -> Generation:
        with self._file.reading() as db:
            about = keyfile.about(db)
            return about["identity"], about["generation"]

    def _load_sealing_key(self, set_id: str, author_id: str) -> Key:
        with self._file.reading() as db:
            row = keyfile.live_author_key(db, set_id, author_id)
            if row is not None:
                return self._unwrapped(db, row)
        self.prepare(set_id, [author_id])
        return self._load_sealing_key(set_id, author_id)

    def _load_key(self, key_id: int) -> Key:
        with self._file.reading() as db:
            row = keyfile.author_key(db, key_id)
            if row is None:
                raise Tampered(
                    "These words were sealed with a key this keystore has never "
                    "held: either the bytes were altered, or the keystore was "
                    "restored from a backup older than the database."
                )
            return self._unwrapped(db, row)

    def _unwrapped(self, db: sqlite3.Connection, row: sqlite3.Row) -> Key:
        key_id, set_id, author_id = row["key_id"], row["set_id"], row["author_id"]
        if row["wrapped"] is None:
            return Key(key_id, set_id, author_id, None)
        set_key = self._set_key(db, set_id)
        label = _label(key_id, set_id, author_id)
        key = _unwrap(row["wrapped"], with_=set_key, label=label)
        return Key(key_id, set_id, author_id, AESGCM(key))

    def _set_key(self, db: sqlite3.Connection, set_id: str) -> AESGCM:
        row = keyfile.set_key(db, set_id)
        if row is None:
            return self._add_set_key(db, set_id)
        if row["wrapped"] is None:
            raise Shredded("The keys of this set were destroyed. Its words are gone.")
        return AESGCM(_unwrap(row["wrapped"], with_=self._unlock(db), label=set_id))

    def _add_set_key(self, db: sqlite3.Connection, set_id: str) -> AESGCM:
        key = master.new_key()
        wrapped = _wrap(key, with_=self._unlock(db), label=set_id)
        keyfile.add_set_key(db, set_id, wrapped)
        return AESGCM(key)

    def _unlock(self, db: sqlite3.Connection) -> AESGCM:
        """The master key this keystore was made with, or VaultLocked."""
        about = keyfile.about(db)
        if self._unlocked and self._unlocked[0] == about["fingerprint"]:
            return self._unlocked[1]
        for key in self.master.candidates():
            if _fits(key, about):
                self._unlocked = (about["fingerprint"], AESGCM(key))
                return self._unlocked[1]
        raise VaultLocked(self._why_locked())

    def _why_locked(self) -> str:
        if self.master.exists():
            return (
                f"The master key in {self.master.source} is not the one the keystore "
                f"{self.path} was made with. Put back the right master key. No key "
                "was made in its place: it could not open what is already sealed."
            )
        return (
            f"The keystore {self.path} holds keys, but its master key is missing: "
            f"there is no file {self.master.file} and ASKWELL_MASTER_KEY is not set. "
            "Put back the master key you kept. No new one was made: it could not "
            "open what is already sealed."
        )

    def _rewrap(self, db: sqlite3.Connection, *, old: AESGCM, new: bytes) -> None:
        rows = db.execute("SELECT * FROM set_keys WHERE wrapped IS NOT NULL")
        for row in rows.fetchall():
            key = _unwrap(row["wrapped"], with_=old, label=row["set_id"])
            wrapped = _wrap(key, with_=AESGCM(new), label=row["set_id"])
            db.execute(
                "UPDATE set_keys SET wrapped = ? WHERE set_id = ?",
                [wrapped, row["set_id"]],
            )
        identity = keyfile.about(db)["identity"]
        db.execute(
            "UPDATE keystore SET fingerprint = ?, generation = generation + 1",
            [master.fingerprint(new, identity=identity)],
        )

    def _settle(self, db: sqlite3.Connection) -> None:
        """Finish a rotation: the staged key becomes the master key if it fits.

        Only under the keystore's write lock, so that no rotation is half-way.
        """
        staged = self.master.staged()
        if staged and _fits(staged, keyfile.about(db)):
            self.master.settle()

    def _wipe(self) -> None:
        """Leave no trace of what was shredded: not in memory, not in the file."""
        self._memory.forget()
        self._file.compact()

    def _all(self, query: str) -> set[Any]:
        with self._file.reading() as db:
            return {row[0] for row in db.execute(query)}


def _fits(key: bytes, about: sqlite3.Row) -> bool:
    made_with: bytes = about["fingerprint"]
    return master.fingerprint(key, identity=about["identity"]) == made_with


def _add_author_key(
    db: sqlite3.Connection, set_key: AESGCM, set_id: str, author_id: str
) -> None:
    # Random, not counted: a keystore restored from a backup must not give a number
    # a second time, to another key.
    key_id = int.from_bytes(os.urandom(8)) >> 1
    label = _label(key_id, set_id, author_id)
    wrapped = _wrap(master.new_key(), with_=set_key, label=label)
    keyfile.add_author_key(db, key_id, set_id, author_id, wrapped)


def _label(key_id: int, set_id: str, author_id: str) -> str:
    return f"{key_id}\n{set_id}\n{author_id}"


def _wrap(key: bytes, *, with_: AESGCM, label: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + with_.encrypt(nonce, key, label.encode())


def _unwrap(wrapped: bytes, *, with_: AESGCM, label: str) -> bytes:
    try:
        return with_.decrypt(wrapped[:NONCE], wrapped[NONCE:], label.encode())
    except InvalidTag as error:
        raise Tampered("A wrapped key in the keystore was altered or moved.") from error
