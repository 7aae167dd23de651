"""What every test finds in place."""

from collections.abc import Iterator

import pytest
from django.db import connection

import moulds
from askwell.web.vault import cipher

IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"


@pytest.fixture(scope="session", autouse=True)
def keys() -> None:
    """A keystore and a master key in the tests' own data folder."""
    cipher.keystore().found()


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """The database in memory, to which Django connects, begins with its tables."""
    if connection.vendor == "sqlite":
        made = moulds.memory(IN_MEMORY)
        yield
        made.close()
    else:
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tell the browser stories last.

    Once begun, Playwright keeps an event loop running in this thread until the end,
    and other tests bring loops of their own.
    """
    items.sort(key=lambda item: "/tests/browser/" in item.path.as_posix())
