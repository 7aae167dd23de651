"""What every test finds in place."""

import pytest

from askwell.web.vault import cipher


@pytest.fixture(scope="session", autouse=True)
def keys() -> None:
    """A keystore and a master key in the tests' own data folder."""
    cipher.keystore().found()
