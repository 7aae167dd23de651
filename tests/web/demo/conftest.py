"""The demonstration, loaded once for all tests that only look at it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from askwell.web.demo import operations

# A Monday, so that "this week" has days before and after it.
NOW = datetime(2030, 3, 4, 10, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def demonstration(django_db_setup: None, django_db_blocker: Any) -> Iterator[datetime]:
    """Loaded at `NOW`; whatever a test changes goes with it when the module ends."""
    with django_db_blocker.unblock(), transaction.atomic():
        operations.load(at=NOW)
        yield NOW
        transaction.set_rollback(True)
