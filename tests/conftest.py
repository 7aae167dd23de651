"""What every test finds in place."""

import pytest

from askwell.web.vault import cipher


@pytest.fixture(scope="session", autouse=True)
def keys() -> None:
    """A keystore and a master key in the tests' own data folder."""
    cipher.keystore().found()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tell the browser stories last.

    Once begun, Playwright keeps an event loop running in this thread until the end,
    and other tests bring loops of their own.
    """
    items.sort(key=lambda item: "/tests/browser/" in item.path.as_posix())
