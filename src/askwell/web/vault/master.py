"""The master key: 32 random bytes, from the environment or from a file."""

import base64
import binascii
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from askwell.web.vault.errors import VaultLocked

LENGTH = 32


def new_key() -> bytes:
    return os.urandom(LENGTH)


def encode(key: bytes) -> str:
    return base64.b64encode(key).decode()


def decode(text: str, *, source: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != LENGTH:
        raise VaultLocked(
            f"{source} does not hold a master key. A master key is {LENGTH} bytes "
            "written in base64, 44 characters ending in '='. Put back the key you "
            "kept when Askwell was set up."
        )
    return key


def fingerprint(key: bytes, *, identity: str) -> bytes:
    """A check value that recognises the key and reveals nothing of it."""
    return HKDF(
        algorithm=SHA256(),
        length=16,
        salt=identity.encode(),
        info=b"askwell master key check",
    ).derive(key)


@dataclass(frozen=True)
class MasterKey:
    """Where the master key is found: `given` (the environment) wins over `file`."""

    given: str
    file: Path

    def __repr__(self) -> str:
        return f"<master key from {self.source}>"

    @property
    def source(self) -> str:
        return "ASKWELL_MASTER_KEY" if self.given else str(self.file)

    @property
    def staged_file(self) -> Path:
        """Holds the next key while a rotation is under way."""
        return self.file.with_name(self.file.name + ".new")

    def exists(self) -> bool:
        return bool(self.given) or self.file.exists()

    def candidates(self) -> Iterator[bytes]:
        """The key, then the staged one a broken-off rotation may have left."""
        if self.given:
            yield decode(self.given, source=self.source)
            return
        if self.file.exists():
            yield decode(_text(self.file), source=self.source)
        if staged := self.staged():
            yield staged

    def staged(self) -> bytes | None:
        if self.given or not self.staged_file.exists():
            return None
        return decode(_text(self.staged_file), source=str(self.staged_file))

    def create(self) -> bytes:
        key = new_key()
        write_secret(self.file, encode(key))
        return key

    def stage(self, key: bytes) -> None:
        self.staged_file.unlink(missing_ok=True)
        write_secret(self.staged_file, encode(key))

    def settle(self) -> None:
        self.staged_file.replace(self.file)
        _sync(self.file.parent)


def private_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_secret(file: Path, text: str) -> None:
    """Write a new file only its owner can read, and wait until it is on the disk."""
    private_folder(file.parent)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as opened:
        opened.write(text + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    _sync(file.parent)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace")
    except OSError as error:
        raise VaultLocked(
            f"The master key file {file} cannot be read ({error.strerror}). "
            "Let the account that runs Askwell read it."
        ) from error


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
