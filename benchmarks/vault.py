"""How long sealing and opening take: one by one, cold, and many keys at once."""

import tempfile
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings

from askwell.web.vault import cipher
from askwell.web.vault.keystore import Keystore
from askwell.web.vault.master import MasterKey

WORDS = "What would good enough look like, and who would be the first to notice? " * 3


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "keys"
        settings.configure(
            KEYSTORE=folder / "keystore.sqlite3",
            MASTER_KEY="",
            MASTER_KEY_FILE=folder / "master.key",
        )
        _measure()


def _measure() -> None:
    store, learning_set = cipher.keystore(), uuid.uuid4()
    store.found()
    authors = [uuid.uuid4() for _ in range(200)]

    def there_and_back(author: uuid.UUID) -> None:
        to = {"set_id": learning_set, "author_id": author, "place": "page.words:1"}
        cipher.open(cipher.seal(WORDS[:200], **to), **to)

    _say("seal 200 characters with a new key", there_and_back, authors)
    _say("seal and open, key remembered", there_and_back, authors * 100)
    cold = Keystore(store.path, MasterKey("", store.master.file))
    names = [str(author) for author in authors]
    _say(
        "read and unwrap a key", lambda n: cold.sealing_key(str(learning_set), n), names
    )
    many = [str(number) for number in range(9_000)]
    _say("make 9,000 keys in one write", lambda n: store.prepare("a set", n), [many])


def _say(what: str, act: Callable[[Any], object], given: Sequence[Any]) -> None:
    began = time.perf_counter()
    for each in given:
        act(each)
    each_took = (time.perf_counter() - began) / len(given) * 1e6
    print(f"{what:40} {each_took:12,.1f} µs")


if __name__ == "__main__":
    main()
