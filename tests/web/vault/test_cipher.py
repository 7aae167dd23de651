"""Sealed words open for their own set, author and place, and for nothing else."""

import threading
import uuid
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askwell.web.vault import cipher
from askwell.web.vault.errors import Shredded, Tampered
from askwell.web.vault.keystore import Keystore

SET, OTHER_SET = uuid.UUID(int=1), uuid.UUID(int=2)
ANA, BEN = uuid.UUID(int=10), uuid.UUID(int=11)
PLACE = "action.words:1"
WORDS = "What would “good enough” look like?"
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def seal(words: str = WORDS, author_id: uuid.UUID = ANA) -> bytes:
    return cipher.seal(words, set_id=SET, author_id=author_id, place=PLACE)


def opened(sealed: bytes, author_id: uuid.UUID = ANA) -> str | None:
    return cipher.open(sealed, set_id=SET, author_id=author_id, place=PLACE)


@given(words=st.text(), author=st.uuids(), place=st.text(max_size=40))
@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_words_come_back_as_they_were(
    store: Keystore, words: str, author: uuid.UUID, place: str
) -> None:
    sealed = cipher.seal(words, set_id=SET, author_id=author, place=place)

    assert cipher.open(sealed, set_id=SET, author_id=author, place=place) == words


def test_ids_may_be_given_as_uuid_or_as_text(store: Keystore) -> None:
    sealed = cipher.seal(WORDS, set_id=str(SET), author_id=str(ANA), place=PLACE)

    assert opened(sealed) == WORDS


def test_sealed_words_show_nothing_of_the_words(store: Keystore) -> None:
    assert b"good enough" not in seal()


def test_the_same_words_are_sealed_differently_each_time(store: Keystore) -> None:
    assert seal() != seal()


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"set_id": OTHER_SET},
        {"author_id": BEN},
        {"place": "action.words:2"},
        {"place": "action.how_known:1"},
    ],
)
def test_words_do_not_open_elsewhere(
    store: Keystore, elsewhere: dict[str, object]
) -> None:
    cipher.seal(WORDS, set_id=SET, author_id=BEN, place=PLACE)
    cipher.seal(WORDS, set_id=OTHER_SET, author_id=ANA, place=PLACE)
    sealed = seal()

    with pytest.raises(Tampered):
        cipher.open(
            sealed, **{"set_id": SET, "author_id": ANA, "place": PLACE, **elsewhere}
        )


@given(st.data())
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_bit_of_sealed_words_can_be_changed(
    store: Keystore, data: st.DataObject
) -> None:
    sealed = bytearray(seal())
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(Tampered):
        opened(bytes(sealed))


@pytest.mark.parametrize("noise", [b"", b"\x01", b"\x01" * 21, b"words in the clear"])
def test_bytes_that_were_never_sealed_are_refused(
    store: Keystore, noise: bytes
) -> None:
    with pytest.raises(Tampered, match="not sealed words"):
        opened(noise)


def test_the_words_of_a_shredded_set_read_as_none(store: Keystore) -> None:
    sealed = seal()

    store.shred(str(SET), at=NOW)

    assert opened(sealed) is None


def test_nothing_more_can_be_sealed_for_a_shredded_set(store: Keystore) -> None:
    store.shred(str(SET), at=NOW)

    with pytest.raises(Shredded):
        seal()


def test_one_authors_words_can_go_alone(store: Keystore) -> None:
    anas, bens = seal(author_id=ANA), seal(author_id=BEN)

    store.shred_author(str(SET), str(ANA), at=NOW)

    assert opened(anas, ANA) is None
    assert opened(bens, BEN) == WORDS


def test_an_author_who_comes_back_gets_a_new_key(store: Keystore) -> None:
    before = seal("before")
    store.shred_author(str(SET), str(ANA), at=NOW)

    after = seal("after")

    assert opened(before) is None
    assert opened(after) == "after"


def test_shredded_words_still_belong_to_their_author_alone(store: Keystore) -> None:
    sealed = seal()
    store.shred(str(SET), at=NOW)

    with pytest.raises(Tampered):
        opened(sealed, BEN)


def test_many_threads_seal_and_open_at_once(store: Keystore) -> None:
    wrong: list[str | None] = []

    def write(author_id: uuid.UUID) -> None:
        for number in range(200):
            words = f"{author_id} {number}"
            if (back := opened(seal(words, author_id), author_id)) != words:
                wrong.append(back)

    threads = [
        threading.Thread(target=write, args=[uuid.UUID(int=author % 3)])
        for author in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []
