"""What a browser reads turns with: the files of a language, put together to one.

It lies under a name that changes with its content, so that no browser asks twice.
"""

import gzip
import hashlib
from functools import cache
from typing import Final

from askwell.coach.language import FOLDER

LANGUAGE: Final = "en"


@cache
def text() -> bytes:
    """One object of JSON: each file of the language under its own name."""
    files = sorted((FOLDER / LANGUAGE).glob("*.json"))
    parts = (b'"%s":%s' % (file.stem.encode(), file.read_bytes()) for file in files)
    return b"{" + b",".join(parts) + b"}"


@cache
def compressed() -> bytes:
    return gzip.compress(text(), mtime=0)


@cache
def digest() -> str:
    return hashlib.sha256(text()).hexdigest()[:12]


def etag() -> str:
    """Weak: packed or not, it says the same."""
    return f'W/"{digest()}"'
