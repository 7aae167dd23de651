"""Databases of their own, on which several workers are let loose."""

from collections.abc import Callable
from pathlib import Path

import pytest

import moulds
from web.meetings.served import House


@pytest.fixture(params=["sqlite", "postgres"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> House:
    """With one set whose day has come, one that is due to look, and one leaver."""
    database: dict[str, Callable[[], str]] = {
        "sqlite": str,
        "postgres": moulds.new_postgres,
    }
    house = House(moulds.sqlite_in(tmp_path), database[request.param]())
    house.run("web.renewal.seeding")
    return house
