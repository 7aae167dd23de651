"""The same people for every test about what they tell."""

import pytest

from web.stories.telling import Telling, telling


@pytest.fixture
def told(db) -> Telling:
    return telling()
