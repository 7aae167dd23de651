"""A latecomer's page equals the page of one who stayed."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from askwell.process import EMPTY, Event, State, evolve
from askwell.web.meetings.screens.regions import STEPS
from process.room import FACILITATOR
from process.test_transcripts import TRANSCRIPTS, Performance
from process.transcript import read
from properties.histories import History, histories
from web.meetings.eyes import Page, viewer


def log_of(path: Path) -> list[Event]:
    performance = Performance(read(path))
    for line in performance.transcript.lines:
        performance.play(line)
    return performance.room.log


def states(log: Sequence[Event]) -> Iterator[tuple[Event, State, bool]]:
    """Each event, the state after it, and whether to compare the pages there.

    A step of the meeting draws everything anew: compared is what stands before it.
    """
    state = EMPTY
    for event, following in pairwise([*log, None]):
        state = evolve(state, event)
        yield event, state, following is None or isinstance(following, STEPS)


def same_for(person: str, log: Sequence[Event], *, shared: bool = False) -> None:
    names = {event.person for event in log}
    eyes = viewer(person, names, shared=shared)
    (_, begun, _), *others = states(log)
    stayed = Page(begun, eyes)
    for event, state, to_compare in others:
        stayed.follow([event], state)
        if to_compare:
            assert stayed.settled() == Page(state, eyes).settled()


def same_in_helpings(person: str, log: Sequence[Event], size: int) -> None:
    """For one who was away for a while and then hears of many things at once."""
    names = {event.person for event in log}
    eyes = viewer(person, names)
    state, events = EMPTY, iter(log)
    stayed = Page(evolve(EMPTY, log[0]), eyes)
    while helping := list(islice(events, size)):
        for event in helping:
            state = evolve(state, event)
        stayed.follow(helping, state)
        assert stayed.settled() == Page(state, eyes).settled()


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_in_every_written_meeting(path: Path):
    log = log_of(path)
    everybody = {event.person for event in log} - {"askwell"}

    for person in sorted(everybody):
        same_for(person, log)
    same_for(next(iter(everybody)), log, shared=True)


def test_for_whoever_was_away_for_a_while():
    log = log_of(TRANSCRIPTS[0])

    for person in sorted({event.person for event in log} - {"askwell"}):
        same_in_helpings(person, log, 9)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(histories())
def test_whatever_people_do(history: History):
    log = history.lived().log

    for person in (FACILITATOR, "ana", "ben", "zuri"):
        same_for(person, log)
    same_for("ana", log, shared=True)
