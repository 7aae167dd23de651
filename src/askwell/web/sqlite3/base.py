"""A database backend: SQLite with one writer at a time within the process.

SQLite before 3.51.3 can damage its write-ahead log if two connections write or
checkpoint at the same instant. Taking turns rules that out within the process, and
spares the threads SQLite's own way of waiting, which is to sleep and try again.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

LONGEST_WAIT: Final = 20.0
# Whatever begins otherwise may write, and so may checkpoint.
HARMLESS: Final = ("SELECT", "PRAGMA", "EXPLAIN", "SAVEPOINT", "RELEASE", "ROLLBACK")

_turn = threading.Lock()


class DatabaseWrapper(base.DatabaseWrapper):
    """Holds the turn from the beginning of a transaction to its end.

    The types published for Django leave out the hooks that backends are made of.
    """

    _has_turn = False

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)

    def _start_transaction_under_autocommit(self) -> None:
        _take_turn()
        self._has_turn = True
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._end_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _end_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            _turn.release()


class Cursor(base.SQLiteCursorWrapper):
    """Takes a turn for each writing statement that is a transaction of its own."""

    def execute(self, query: str, params: Any = None) -> Any:
        with self._turn_for(query):
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Any) -> Any:
        with self._turn_for(query):
            return super().executemany(query, param_list)

    @contextmanager
    def _turn_for(self, query: str) -> Iterator[None]:
        begins = query.lstrip()[:9].upper()
        # A transaction has its turn already.
        if self.connection.in_transaction or begins.startswith(("BEGIN", *HARMLESS)):
            yield
            return
        _take_turn()
        try:
            yield
        finally:
            _turn.release()


def _take_turn() -> None:
    if not _turn.acquire(timeout=LONGEST_WAIT):
        raise OperationalError("database is locked")
