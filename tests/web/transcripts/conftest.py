"""A held meeting for every test that asks about one."""

import pytest

from web.transcripts.held import Held, held


@pytest.fixture
def meeting_held(db) -> Held:
    return held()
