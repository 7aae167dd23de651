"""The keystore: wrapped keys in a SQLite file of their own, apart from all words."""

import os
import sqlite3
import threading
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from askwell.web.vault import master
from askwell.web.vault.errors import Shredded, Tampered, VaultLocked
from askwell.web.vault.master import MasterKey

NONCE = 12
CACHED_KEYS = 16_384
# A key shredded by another process is forgotten here within this many seconds.
RECHECK_AFTER = 1.0
BUSY_SECONDS = 20
SCHEMA_VERSION = 1

_SCHEMA = f"""
CREATE TABLE keystore (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    identity TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE set_keys (
    set_id TEXT PRIMARY KEY,
    wrapped BLOB,
    shredded_at TEXT,
    CHECK ((wrapped IS NULL) = (shredded_at IS NOT NULL))
);
CREATE TABLE author_keys (
    key_id INTEGER PRIMARY KEY,
    set_id TEXT NOT NULL REFERENCES set_keys (set_id),
    author_id TEXT NOT NULL,
    wrapped BLOB,
    shredded_at TEXT,
    CHECK ((wrapped IS NULL) = (shredded_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_live_key ON author_keys (set_id, author_id)
    WHERE wrapped IS NOT NULL;
PRAGMA user_version = {SCHEMA_VERSION};
"""

_OF_SET = "SELECT key_id FROM author_keys WHERE set_id = ? ORDER BY key_id"
_OF_AUTHOR = (
    "SELECT key_id FROM author_keys WHERE set_id = ? AND author_id = ? ORDER BY key_id"
)


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
    Every look-up that misses the cache opens the file afresh: no connection is
    kept, so none is shared between threads or carried over a fork.
    """

    def __init__(self, path: Path, master_key: MasterKey) -> None:
        self.path = path
        self.master = master_key
        self._state = _State(self)

    def is_founded(self) -> bool:
        if not self.path.exists():
            return False
        with self._reading() as db:
            return _version(db) > 0

    def found(self) -> None:
        """Make the file, and a master key if there is none.

        Two processes may found at once: the second finds the first one's work.
        The caller has made sure that no words were sealed with a lost keystore.
        """
        master.private_folder(self.path.parent)
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        with self._writing() as db:
            if _version(db) == 0:
                self._lay_out(db)

    def check(self) -> None:
        """Refuse with what to do unless keystore and master key fit each other."""
        with self._writing() as db:
            self._unlock(db)
            self._settle(db)

    def identity(self) -> str:
        """The random name that pairs this keystore with one database."""
        with self._reading() as db:
            return str(_row(db)["identity"])

    def sealing_key(self, set_id: str, author_id: str) -> Key:
        """The author's live key in the set, made when there is none yet."""
        return self._state.current().sealing(set_id, author_id)

    def key(self, key_id: int) -> Key:
        """The key some words were sealed with, whether live or shredded."""
        return self._state.current().opening(key_id)

    def prepare(self, set_id: str, author_ids: Iterable[str]) -> None:
        """Make the keys of several authors in one write, before they are needed."""
        with self._writing() as db:
            set_key = self._set_key(db, set_id)
            for author_id in author_ids:
                if _live_key(db, set_id, author_id) is None:
                    _make_author_key(db, set_key, set_id, author_id)

    def shred(self, set_id: str, *, at: datetime) -> datetime:
        """Destroy every key of the set; returns when that first happened."""
        with self._writing() as db:
            _shred_keys(db, _key_ids(db, _OF_SET, [set_id]), at=at)
            db.execute(
                "INSERT INTO set_keys (set_id, shredded_at) VALUES (:set, :at) "
                "ON CONFLICT (set_id) DO UPDATE SET wrapped = NULL, "
                "shredded_at = coalesce(shredded_at, excluded.shredded_at)",
                {"set": set_id, "at": at.isoformat()},
            )
            when = db.execute(
                "SELECT shredded_at FROM set_keys WHERE set_id = ?", [set_id]
            ).fetchone()[0]
        self._wipe()
        return datetime.fromisoformat(when)

    def shred_author(self, set_id: str, author_id: str, *, at: datetime) -> list[int]:
        """Destroy one author's keys in one set; returns the ids of all destroyed."""
        with self._writing() as db:
            key_ids = _key_ids(db, _OF_AUTHOR, [set_id, author_id])
            _shred_keys(db, key_ids, at=at)
        self._wipe()
        return key_ids

    def shred_keys(self, key_ids: Iterable[int], *, at: datetime) -> None:
        with self._writing() as db:
            _shred_keys(db, key_ids, at=at)
        self._wipe()

    def live_sets(self) -> set[str]:
        return self._live("SELECT set_id FROM set_keys WHERE wrapped IS NOT NULL")

    def live_keys(self) -> set[int]:
        return self._live("SELECT key_id FROM author_keys WHERE wrapped IS NOT NULL")

    def rotate(self, new: bytes) -> None:
        """Wrap every set key with a new master key and forget the old one.

        With a master key file the new key is first laid beside it, so that a crash
        at any point leaves a pair that fits.
        """
        with self._writing() as db:
            old = self._unlock(db)
            self._settle(db)
            identity = _row(db)["identity"]
            if not self.master.given:
                self.master.stage(new)
            _rewrap(db, old=old, new=AESGCM(new))
            db.execute(
                "UPDATE keystore SET fingerprint = ?, generation = generation + 1",
                [master.fingerprint(new, identity=identity)],
            )
        with self._writing() as db:
            self._settle(db)
        self._wipe()

    def backup(self, to: Path) -> None:
        """Copy the keystore, consistent even while it is in use."""
        os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with self._reading() as db, closing(sqlite3.connect(to)) as copy:
            db.backup(copy)

    def generation(self) -> tuple[str, int]:
        """Changes whenever cached keys must be forgotten."""
        with self._reading() as db:
            row = _row(db)
            return row["identity"], row["generation"]

    def load_sealing_key(self, set_id: str, author_id: str) -> Key:
        with self._reading() as db:
            found = _live_key(db, set_id, author_id)
            if found is not None:
                return self._unwrapped(db, found)
        self.prepare(set_id, [author_id])
        return self.load_sealing_key(set_id, author_id)

    def load_key(self, key_id: int) -> Key:
        with self._reading() as db:
            row = db.execute(
                "SELECT * FROM author_keys WHERE key_id = ?", [key_id]
            ).fetchone()
            if row is None:
                raise Tampered(
                    "These words were sealed with a key this keystore has never "
                    "held: either the bytes were altered, or the keystore was "
                    "restored from a backup older than the database."
                )
            return self._unwrapped(db, row)

    def _live(self, query: str) -> set[Any]:
        with self._reading() as db:
            return {row[0] for row in db.execute(query)}

    def _lay_out(self, db: sqlite3.Connection) -> None:
        if not self.master.exists():
            self.master.create()
        identity = str(uuid.uuid4())
        key = next(self.master.candidates())
        for statement in _SCHEMA.split(";"):
            db.execute(statement)
        db.execute(
            "INSERT INTO keystore (id, identity, fingerprint) VALUES (1, ?, ?)",
            [identity, master.fingerprint(key, identity=identity)],
        )

    def _unlock(self, db: sqlite3.Connection) -> AESGCM:
        """The master key this keystore was made with, or VaultLocked."""
        row = _row(db)
        if self._state.master and self._state.master[0] == row["fingerprint"]:
            return self._state.master[1]
        for key in self.master.candidates():
            if master.fingerprint(key, identity=row["identity"]) == row["fingerprint"]:
                self._state.master = (row["fingerprint"], AESGCM(key))
                return self._state.master[1]
        raise VaultLocked(self._why_locked())

    def _settle(self, db: sqlite3.Connection) -> None:
        """Finish a rotation: the staged key becomes the master key if it fits.

        Only under the keystore's write lock, so that no rotation is half-way.
        """
        row = _row(db)
        staged = self.master.staged()
        if staged and (
            master.fingerprint(staged, identity=row["identity"]) == row["fingerprint"]
        ):
            self.master.settle()

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

    def _set_key(self, db: sqlite3.Connection, set_id: str) -> AESGCM:
        row = db.execute("SELECT * FROM set_keys WHERE set_id = ?", [set_id]).fetchone()
        if row is None:
            return self._make_set_key(db, set_id)
        if row["wrapped"] is None:
            raise Shredded("The keys of this set were destroyed. Its words are gone.")
        return AESGCM(_unwrap(row["wrapped"], with_=self._unlock(db), label=set_id))

    def _make_set_key(self, db: sqlite3.Connection, set_id: str) -> AESGCM:
        key = master.new_key()
        wrapped = _wrap(key, with_=self._unlock(db), label=set_id)
        db.execute(
            "INSERT INTO set_keys (set_id, wrapped) VALUES (?, ?)", [set_id, wrapped]
        )
        return AESGCM(key)

    def _unwrapped(self, db: sqlite3.Connection, row: sqlite3.Row) -> Key:
        aead = None
        if row["wrapped"] is not None:
            set_key = self._set_key(db, row["set_id"])
            label = _label(row["key_id"], row["set_id"], row["author_id"])
            aead = AESGCM(_unwrap(row["wrapped"], with_=set_key, label=label))
        return Key(row["key_id"], row["set_id"], row["author_id"], aead)

    def _wipe(self) -> None:
        """Leave no trace of what was shredded: not in memory, not in the file."""
        self._state.forget()
        with self._connected() as db:
            _write_safely(db)
            db.execute("VACUUM")

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        # mode=rw: a keystore that is not there must never be made by looking.
        address = f"{self.path.absolute().as_uri()}?mode=rw"
        try:
            db = sqlite3.connect(
                address, uri=True, timeout=BUSY_SECONDS, isolation_level=None
            )
        except sqlite3.OperationalError as error:
            raise VaultLocked(
                f"There is no keystore at {self.path} that can be opened. Put it back "
                "from its backup, or run `askwell setup` if this is a new server."
            ) from error
        with closing(db):
            db.row_factory = sqlite3.Row
            yield db

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._connected() as db:
            db.execute("BEGIN")
            yield db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._connected() as db:
            _write_safely(db)
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")


class _Cache:
    """Unwrapped keys of one generation; thrown away whole when that passes."""

    def __init__(self, keystore: Keystore) -> None:
        self.sealing = lru_cache(CACHED_KEYS)(keystore.load_sealing_key)
        self.opening = lru_cache(CACHED_KEYS)(keystore.load_key)


class _State:
    """What one process remembers of a keystore between two look-ups."""

    def __init__(self, keystore: Keystore) -> None:
        self.master: tuple[bytes, AESGCM] | None = None
        self._keystore = keystore
        self._generation: tuple[str, int] | None = None
        self._cache = _Cache(keystore)
        self._recheck_at = 0.0
        self._lock = threading.Lock()

    def current(self) -> _Cache:
        if time.monotonic() >= self._recheck_at:
            self._recheck()
        return self._cache

    def forget(self) -> None:
        with self._lock:
            self._cache = _Cache(self._keystore)

    def _recheck(self) -> None:
        """Start a new cache when another process has shredded or rotated.

        A new one, not a cleared one: a thread that read a key before the shred
        must not put it into the cache that is used after it.
        """
        with self._lock:
            generation = self._keystore.generation()
            if generation != self._generation:
                self._generation = generation
                self._cache = _Cache(self._keystore)
            self._recheck_at = time.monotonic() + RECHECK_AFTER


def _write_safely(db: sqlite3.Connection) -> None:
    """Durable writes that overwrite what they delete.

    No write-ahead log: it would keep shredded keys until a checkpoint, and several
    processes write here.
    """
    db.execute("PRAGMA journal_mode = TRUNCATE")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA temp_store = MEMORY")


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise VaultLocked(
            "The keystore was written by a newer Askwell. Install that version again."
        )
    return version


def _row(db: sqlite3.Connection) -> sqlite3.Row:
    if _version(db) == 0:
        raise VaultLocked(
            "The keystore file is empty. Put it back from its backup, or run "
            "`askwell setup` if this is a new server."
        )
    row: sqlite3.Row = db.execute("SELECT * FROM keystore").fetchone()
    return row


def _live_key(
    db: sqlite3.Connection, set_id: str, author_id: str
) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM author_keys "
        "WHERE set_id = ? AND author_id = ? AND wrapped IS NOT NULL",
        [set_id, author_id],
    ).fetchone()
    return row


def _make_author_key(
    db: sqlite3.Connection, set_key: AESGCM, set_id: str, author_id: str
) -> None:
    # Random, not counted: a keystore restored from a backup must not give a number
    # a second time, to another key.
    key_id = int.from_bytes(os.urandom(8)) >> 1
    label = _label(key_id, set_id, author_id)
    wrapped = _wrap(master.new_key(), with_=set_key, label=label)
    db.execute(
        "INSERT INTO author_keys (key_id, set_id, author_id, wrapped) "
        "VALUES (?, ?, ?, ?)",
        [key_id, set_id, author_id, wrapped],
    )


def _key_ids(db: sqlite3.Connection, query: str, values: list[str]) -> list[int]:
    return [row["key_id"] for row in db.execute(query, values)]


def _shred_keys(
    db: sqlite3.Connection, key_ids: Iterable[int], *, at: datetime
) -> None:
    db.executemany(
        "UPDATE author_keys SET wrapped = NULL, shredded_at = ? "
        "WHERE key_id = ? AND wrapped IS NOT NULL",
        [(at.isoformat(), key_id) for key_id in key_ids],
    )
    db.execute("UPDATE keystore SET generation = generation + 1")


def _rewrap(db: sqlite3.Connection, *, old: AESGCM, new: AESGCM) -> None:
    rows = db.execute("SELECT * FROM set_keys WHERE wrapped IS NOT NULL").fetchall()
    for row in rows:
        key = _unwrap(row["wrapped"], with_=old, label=row["set_id"])
        db.execute(
            "UPDATE set_keys SET wrapped = ? WHERE set_id = ?",
            [_wrap(key, with_=new, label=row["set_id"]), row["set_id"]],
        )


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
