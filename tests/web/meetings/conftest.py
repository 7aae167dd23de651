"""Databases with open meetings in them, and servers upon those databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import moulds
from web.meetings.served import House, OpenMeeting, Server

MEETINGS = 36


def _house(folder: Path, database: str) -> House:
    house = House(folder, database)
    house.fill(MEETINGS)
    return house


@pytest.fixture(scope="session")
def sqlite_house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return _house(moulds.sqlite_in(tmp_path_factory.mktemp("sqlite")), "")


@pytest.fixture(scope="session")
def postgres_house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return _house(tmp_path_factory.mktemp("postgres"), moulds.new_postgres())


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def house(request: pytest.FixtureRequest) -> House:
    """Each test of the room runs on both databases."""
    found: House = request.getfixturevalue(f"{request.param}_house")
    return found


@pytest.fixture
def meeting(house: House) -> OpenMeeting:
    return house.meeting()


@pytest.fixture(scope="module")
def server(house: House) -> Iterator[Server]:
    """One for all tests of a module that do no harm to it."""
    server = Server(house).start()
    yield server
    server.kill()


@pytest.fixture
def frail_server(house: House) -> Iterator[Server]:
    """One to be stopped or killed."""
    server = Server(house).start()
    yield server
    server.kill()
