"""Within one process, the threads take turns in writing to SQLite."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import OperationalError, connections, transaction
from pytest_django import DjangoDbBlocker

from askwell.web.sqlite3 import base

ALIAS = "turns"


@pytest.fixture
def words(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A file with one table; SQLite itself waits for nobody."""
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 0,
        "init_command": "PRAGMA journal_mode=WAL",
    }
    connections.databases[ALIAS] = {
        **connections.databases["default"],
        "ENGINE": "askwell.web.sqlite3",
        "NAME": tmp_path / "turns.sqlite3",
        "OPTIONS": options,
    }
    with django_db_blocker.unblock():
        write("CREATE TABLE word (text)")
        yield
        connections[ALIAS].close()
    del connections[ALIAS], connections.databases[ALIAS]


def write(statement: str = "INSERT INTO word VALUES ('so')") -> None:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(statement)


def written() -> int:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM word")
        return int(cursor.fetchone()[0])


def at_once(*jobs: Callable[[], None]) -> list[Exception]:
    """Run each in a thread of its own; what went wrong."""
    failures: list[Exception] = []

    def run(job: Callable[[], None]) -> None:
        try:
            job()
        except Exception as failure:
            failures.append(failure)
        finally:
            connections[ALIAS].close()

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def test_many_write_at_once_and_none_finds_the_database_locked(words: None) -> None:
    def some_by_themselves() -> None:
        for _ in range(30):
            write()

    def some_together() -> None:
        for _ in range(10):
            with transaction.atomic(using=ALIAS):
                for _ in range(3):
                    write()

    failures = at_once(*[some_by_themselves, some_together] * 3)

    assert failures == []
    assert written() == 6 * 30


def test_a_turn_ends_with_its_transaction_however_that_ends(words: None) -> None:
    def fail() -> None:
        with transaction.atomic(using=ALIAS):
            write()
            raise LookupError

    failures = at_once(fail)
    write()

    assert [type(failure) for failure in failures] == [LookupError]
    assert written() == 1


def test_a_connection_that_closes_gives_its_turn_back(words: None) -> None:
    def walk_away() -> None:
        transaction.set_autocommit(False, using=ALIAS)
        write()
        connections[ALIAS].close()

    at_once(walk_away)
    write()

    assert written() == 1


def test_nobody_waits_for_ever(words: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "LONGEST_WAIT", 0.05)

    def hold() -> None:
        with transaction.atomic(using=ALIAS):
            write()
            time.sleep(0.5)

    def knock() -> None:
        time.sleep(0.2)
        write()

    failures = at_once(hold, knock)

    assert [type(failure) for failure in failures] == [OperationalError]
    assert written() == 1


def test_reading_waits_for_no_turn(words: None) -> None:
    with transaction.atomic(using=ALIAS):
        write()
        seen: list[int] = []
        at_once(lambda: seen.append(written()))

    assert seen == [0]
