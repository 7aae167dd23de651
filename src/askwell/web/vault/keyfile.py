"""The SQLite file keys lie in: its tables, durable writes, and thorough deletes."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from askwell.web.vault.errors import VaultLocked

BUSY_SECONDS = 20
SCHEMA_VERSION = 1

SCHEMA = f"""
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


class KeyFile:
    """Opens the file afresh for each use.

    No connection is kept, so none is shared between threads or carried over a fork.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> None:
        # Never opens a file that is there: closing it would drop SQLite's locks on it.
        with suppress(FileExistsError):
            _create(self.path)

    def is_laid_out(self) -> bool:
        if not self.path.exists():
            return False
        with self.reading() as db:
            return is_laid_out(db)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with self._connected() as db:
            db.execute("BEGIN")
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One writer at a time, among threads and processes alike."""
        with self._connected() as db:
            _write_safely(db)
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    def compact(self) -> None:
        """Write the file anew, without the gaps in which deleted keys might linger."""
        with self._connected() as db:
            _write_safely(db)
            db.execute("VACUUM")

    def backup(self, to: Path) -> None:
        _create(to)
        with self.reading() as db, closing(sqlite3.connect(to)) as copy:
            db.backup(copy)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        # mode=rw: a keystore that is not there must never be made by looking.
        address = f"{self.path.absolute().as_uri()}?mode=rw"
        try:
            db = sqlite3.connect(
                address, uri=True, timeout=BUSY_SECONDS, isolation_level=None
            )
            db.execute("PRAGMA user_version")
        except sqlite3.DatabaseError as error:
            raise VaultLocked(
                f"The keystore {self.path} cannot be opened ({error}). Put it back "
                "from its backup, or run `askwell setup` if this is a new server."
            ) from error
        with closing(db):
            db.row_factory = sqlite3.Row
            yield db


def _create(path: Path) -> None:
    """An empty new file for its owner alone."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def is_laid_out(db: sqlite3.Connection) -> bool:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise VaultLocked(
            "The keystore was written by a newer Askwell. Install that version again."
        )
    return version > 0


def lay_out(db: sqlite3.Connection, *, identity: str, fingerprint: bytes) -> None:
    for statement in SCHEMA.split(";"):
        db.execute(statement)
    db.execute(
        "INSERT INTO keystore (id, identity, fingerprint) VALUES (1, ?, ?)",
        [identity, fingerprint],
    )


def about(db: sqlite3.Connection) -> sqlite3.Row:
    """The keystore's identity, the master key's fingerprint, and the generation."""
    if not is_laid_out(db):
        raise VaultLocked(
            "The keystore file is empty. Put it back from its backup, or run "
            "`askwell setup` if this is a new server."
        )
    row: sqlite3.Row = db.execute("SELECT * FROM keystore").fetchone()
    return row


def set_key(db: sqlite3.Connection, set_id: str) -> sqlite3.Row | None:
    return _one(db, "SELECT * FROM set_keys WHERE set_id = ?", set_id)


def author_key(db: sqlite3.Connection, key_id: int) -> sqlite3.Row | None:
    return _one(db, "SELECT * FROM author_keys WHERE key_id = ?", key_id)


def live_author_key(
    db: sqlite3.Connection, set_id: str, author_id: str
) -> sqlite3.Row | None:
    query = (
        "SELECT * FROM author_keys "
        "WHERE set_id = ? AND author_id = ? AND wrapped IS NOT NULL"
    )
    return _one(db, query, set_id, author_id)


def add_set_key(db: sqlite3.Connection, set_id: str, wrapped: bytes) -> None:
    db.execute(
        "INSERT INTO set_keys (set_id, wrapped) VALUES (?, ?)", [set_id, wrapped]
    )


def add_author_key(
    db: sqlite3.Connection, key_id: int, set_id: str, author_id: str, wrapped: bytes
) -> None:
    db.execute(
        "INSERT INTO author_keys (key_id, set_id, author_id, wrapped) "
        "VALUES (?, ?, ?, ?)",
        [key_id, set_id, author_id, wrapped],
    )


def shred_set(db: sqlite3.Connection, set_id: str, *, at: datetime) -> datetime:
    """Returns when the set was shredded: now, or the first time."""
    rows = db.execute("SELECT key_id FROM author_keys WHERE set_id = ?", [set_id])
    shred_keys(db, [row["key_id"] for row in rows], at=at)
    when = db.execute(
        "INSERT INTO set_keys (set_id, shredded_at) VALUES (:set, :at) "
        "ON CONFLICT (set_id) DO UPDATE SET wrapped = NULL, "
        "shredded_at = coalesce(shredded_at, excluded.shredded_at) "
        "RETURNING shredded_at",
        {"set": set_id, "at": at.isoformat()},
    ).fetchall()
    return datetime.fromisoformat(when[0]["shredded_at"])


def shred_author(
    db: sqlite3.Connection, set_id: str, author_id: str, *, at: datetime
) -> list[int]:
    """Returns the ids of all keys the author ever had in the set."""
    rows = db.execute(
        "SELECT key_id FROM author_keys WHERE set_id = ? AND author_id = ? "
        "ORDER BY key_id",
        [set_id, author_id],
    )
    key_ids = [row["key_id"] for row in rows]
    shred_keys(db, key_ids, at=at)
    return key_ids


def shred_keys(db: sqlite3.Connection, key_ids: Iterable[int], *, at: datetime) -> None:
    db.executemany(
        "UPDATE author_keys SET wrapped = NULL, shredded_at = ? "
        "WHERE key_id = ? AND wrapped IS NOT NULL",
        [(at.isoformat(), key_id) for key_id in key_ids],
    )
    db.execute("UPDATE keystore SET generation = generation + 1")


def _one(db: sqlite3.Connection, query: str, *values: Any) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(query, values).fetchone()
    return row


def _write_safely(db: sqlite3.Connection) -> None:
    """Durable writes that overwrite what they delete.

    No write-ahead log: it would keep shredded keys until a checkpoint, and several
    processes write here.
    """
    db.execute("PRAGMA journal_mode = TRUNCATE")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA temp_store = MEMORY")
