"""Seals words so that only their own set, author and place can open them again."""

import os
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.conf import settings

from askwell.web.vault.errors import Shredded, Tampered
from askwell.web.vault.keystore import NONCE, Key, Keystore
from askwell.web.vault.master import MasterKey

# Sealed words: one byte for the form, eight for the key, the nonce, the cipher text.
FORM = b"\x01"
KEY_ENDS = 9
NONCE_ENDS = KEY_ENDS + NONCE


def keystore() -> Keystore:
    """The keystore the settings name."""
    return _keystore(settings.KEYSTORE, settings.MASTER_KEY, settings.MASTER_KEY_FILE)


def seal(words: str, *, set_id: UUID | str, author_id: UUID | str, place: str) -> bytes:
    """Encrypt words for one place; `Shredded` once the set's keys are destroyed."""
    key = keystore().sealing_key(str(set_id), str(author_id))
    if key.aead is None:
        raise Shredded("The author's key in this set was destroyed just now.")
    nonce = os.urandom(NONCE)
    sealed = key.aead.encrypt(nonce, words.encode(), _bound_to(key, place))
    return FORM + key.key_id.to_bytes(8) + nonce + sealed


def open(  # noqa: A001 - the pair of seal
    sealed: bytes, *, set_id: UUID | str, author_id: UUID | str, place: str
) -> str | None:
    """The words; None once their key is shredded; Tampered if they do not belong."""
    key = _key_of(sealed)
    if (key.set_id, key.author_id) != (str(set_id), str(author_id)):
        raise Tampered(f"The words at {place} belong to another set or author.")
    if key.aead is None:
        return None
    nonce, rest = sealed[KEY_ENDS:NONCE_ENDS], sealed[NONCE_ENDS:]
    try:
        return key.aead.decrypt(nonce, rest, _bound_to(key, place)).decode()
    except InvalidTag as error:
        raise Tampered(
            f"The words at {place} were altered, or moved from elsewhere."
        ) from error


def belongs(sealed: bytes, *, set_id: UUID | str, author_id: UUID | str) -> bool:
    """Whether words were sealed for this set and author, shredded or not."""
    key = _key_of(sealed)
    return (key.set_id, key.author_id) == (str(set_id), str(author_id))


def _key_of(sealed: bytes) -> Key:
    if sealed[:1] != FORM or len(sealed) <= NONCE_ENDS:
        raise Tampered("These bytes are not sealed words.")
    return keystore().key(int.from_bytes(sealed[1:KEY_ENDS]))


def _bound_to(key: Key, place: str) -> bytes:
    return f"{key.key_id}\n{key.set_id}\n{key.author_id}\n{place}".encode()


@lru_cache(maxsize=8)
def _keystore(path: Path, given: str, file: Path) -> Keystore:
    return Keystore(path, MasterKey(given, file))
