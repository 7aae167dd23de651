"""Looks for keys and words where they should not be."""

import sqlite3
from pathlib import Path

from askwell.web.vault.keystore import Keystore


def wrapped_keys(store: Keystore) -> list[bytes]:
    db = sqlite3.connect(store.path)
    query = (
        "SELECT wrapped FROM set_keys WHERE wrapped IS NOT NULL UNION ALL "
        "SELECT wrapped FROM author_keys WHERE wrapped IS NOT NULL"
    )
    try:
        return [row[0] for row in db.execute(query)]
    finally:
        db.close()


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())
