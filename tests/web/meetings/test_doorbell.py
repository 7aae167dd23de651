"""The doorbell between processes: numbers only, and never a failure of the writer's."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

import postgres
from askwell.web.meetings.doorbell import (
    CHANNEL,
    LONGEST_PAYLOAD,
    NoDoorbell,
    PostgresDoorbell,
    fitting,
)


class Ears:
    """Remembers what it has heard."""

    def __init__(self) -> None:
        self.heard: dict[UUID, int] = {}
        self.met: dict[UUID, list[str]] = {}

    def heads(self, heads: Mapping[UUID, int]) -> None:
        self.heard.update(heads)

    def people(self, process: str, here: Mapping[UUID, Iterable[str]]) -> None:
        self.met.update({meeting: list(people) for meeting, people in here.items()})


@pytest.fixture(scope="module")
def address() -> str:
    return postgres.new_database()


@pytest.fixture
def doorbell(address: str) -> Iterator[Callable[[], PostgresDoorbell]]:
    made: list[PostgresDoorbell] = []

    def make() -> PostgresDoorbell:
        made.append(PostgresDoorbell(conninfo_to_dict(address)))
        return made[-1]

    yield make
    for each in made:
        each.close()


def listening(bell: PostgresDoorbell, address: str, *, processes: int = 1) -> Ears:
    ears = Ears()
    bell.listen(ears)
    asked = f"SELECT count(*) FROM pg_stat_activity WHERE query = 'LISTEN {CHANNEL}'"
    with psycopg.connect(address, autocommit=True) as connected:
        eventually(lambda: connected.execute(asked).fetchone()[0] >= processes)
    return ears


def eventually(holds: Callable[[], bool], *, within: float = 5.0) -> None:
    deadline = time.monotonic() + within
    while not holds():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.02)


def test_a_ring_reaches_the_other_processes_and_not_its_own(
    doorbell: Callable[[], PostgresDoorbell], address: str
) -> None:
    here, there = doorbell(), doorbell()
    own = listening(here, address)
    others = listening(there, address, processes=2)
    meeting = uuid4()

    here.ring({meeting: 7})

    eventually(lambda: others.heard == {meeting: 7})
    assert own.heard == {}


def test_a_whole_batch_rings_though_a_payload_has_its_limit(
    doorbell: Callable[[], PostgresDoorbell], address: str
) -> None:
    others = listening(doorbell(), address)
    heads = {uuid4(): number for number in range(1, 257)}
    assert LONGEST_PAYLOAD < 256 * 35

    doorbell().ring(heads)

    eventually(lambda: others.heard == heads)


def test_processes_tell_each_other_who_is_here(
    doorbell: Callable[[], PostgresDoorbell], address: str
) -> None:
    others, meeting = listening(doorbell(), address), uuid4()

    doorbell().tell({meeting: {"ben", "ana"}})

    eventually(lambda: others.met == {meeting: ["ana", "ben"]})


def test_a_doorbell_that_is_cut_off_does_not_trouble_the_writer() -> None:
    nowhere = PostgresDoorbell({"host": "/nowhere", "dbname": "none"})

    nowhere.ring({uuid4(): 1})


def test_a_listener_that_loses_its_line_listens_again(
    doorbell: Callable[[], PostgresDoorbell], address: str
) -> None:
    others, meeting = listening(doorbell(), address), uuid4()
    with psycopg.connect(address, autocommit=True) as connected:
        connected.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE query = 'LISTEN {CHANNEL}'"
        )
    ringing = doorbell()

    def heard() -> bool:
        ringing.ring({meeting: 3})
        return others.heard == {meeting: 3}

    eventually(heard)


@pytest.mark.django_db
def test_sqlite_needs_no_doorbell() -> None:
    assert isinstance(fitting(), NoDoorbell)
