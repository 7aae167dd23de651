"""Who is here: counted from streams, announced with grace, never written down."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from askwell.web.meetings.presence import Presence

MEETING = uuid4()


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def a_presence() -> tuple[Presence, Clock]:
    clock = Clock()
    return Presence(clock), clock


def test_two_tabs_are_one_presence() -> None:
    presence, clock = a_presence()
    presence.came(MEETING, "ana")
    presence.came(MEETING, "ana")

    presence.went(MEETING, "ana")
    clock.now += 60

    assert presence.here(MEETING) == {"ana"}


def test_leaving_shows_only_after_a_grace() -> None:
    presence, clock = a_presence()
    presence.came(MEETING, "ana")
    presence.changes()

    presence.went(MEETING, "ana")
    clock.now += 4
    at_first = presence.changes()
    clock.now += 2
    later = presence.changes()

    assert (at_first, later) == ([], [(MEETING, frozenset())])


def test_a_reload_changes_nothing() -> None:
    presence, clock = a_presence()
    presence.came(MEETING, "ana")
    presence.changes()

    presence.went(MEETING, "ana")
    clock.now += 2
    presence.came(MEETING, "ana")
    clock.now += 60

    assert presence.changes() == []


def test_who_is_away_is_away_since_their_last_stream_ended() -> None:
    presence, clock = a_presence()
    presence.came(MEETING, "ana")
    assert presence.away_since(MEETING, "ana") is None

    presence.went(MEETING, "ana")
    clock.now += 130
    since = presence.away_since(MEETING, "ana")

    assert since is not None
    assert abs(datetime.now(UTC) - since - timedelta(seconds=130)).seconds <= 1


def test_after_a_restart_everybody_has_the_full_time_to_come_back() -> None:
    presence, clock = a_presence()
    clock.now += 30

    since = presence.away_since(MEETING, "ana")

    assert since is not None
    assert datetime.now(UTC) - since < timedelta(seconds=32)


def test_people_in_another_process_are_here_until_it_falls_silent() -> None:
    presence, clock = a_presence()
    presence.heard(MEETING, "other", ["ben"])
    assert presence.here(MEETING) == {"ben"}
    assert presence.away_since(MEETING, "ben") is None

    clock.now += 30

    assert presence.here(MEETING) == frozenset()


def test_others_are_told_of_news_at_once_and_of_the_rest_at_times() -> None:
    presence, clock = a_presence()
    presence.came(MEETING, "ana")

    told = [presence.to_tell()]
    clock.now += 1
    told.append(presence.to_tell())
    clock.now += 10
    told.append(presence.to_tell())

    assert told == [[(MEETING, {"ana"})], [], [(MEETING, {"ana"})]]


def test_rooms_nobody_is_in_are_forgotten() -> None:
    presence, clock = a_presence()
    presence.came(MEETING, "ana")
    presence.went(MEETING, "ana")

    presence.forget(but=())
    assert presence.here(MEETING) == {"ana"}

    clock.now += 1000
    presence.forget(but=())
    assert presence.changes() == []
