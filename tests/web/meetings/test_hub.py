"""The hub: whatever becomes of the wake-ups, screens miss and repeat nothing."""

import asyncio
import random
from dataclasses import replace
from uuid import uuid4

import pytest

from askwell.process.brief import Attendee, Brief
from askwell.process.commands import Arrive, Command, Convene, WriteNote
from askwell.process.decide import decide
from askwell.process.events import Event, NoteWritten
from askwell.process.evolve import evolve, replay
from askwell.process.people import ASKWELL
from askwell.process.state import EMPTY
from askwell.web.meetings.hub import TAIL, Committed, Hub, Passage, Room
from factories import NOON

MEETING = uuid4()


def a_log(notes: int) -> tuple[Event, ...]:
    brief = Brief(
        format="virtual_60", booked_minutes=60, people=(Attendee(person="ana"),)
    )
    commands: list[Command] = [
        Convene(by=ASKWELL, token="t-convene", brief=brief),
        Arrive(by="ana", token="t-arrive"),
        *(WriteNote(by="ana", token=f"t-{n}", words=str(n)) for n in range(notes)),
    ]
    state, events = EMPTY, []
    for command in commands:
        for event in decide(state, command, at=NOON):
            state = evolve(state, event)
            events.append(event)
    return tuple(events)


OLD_KEYS, NEW_KEYS = ("keystore", 1), ("keystore", 2)


class Log:
    """A log that grows, and can be read like the one in the database."""

    def __init__(self, events: tuple[Event, ...]) -> None:
        self.events = events
        self.written = 0
        self.reads = 0

    def write(self, number: int = 1) -> Committed:
        passage = self.events[self.written : self.written + number]
        self.written += number
        return Committed(MEETING, passage, replay(self.events[: self.written]))

    async def read(self, meeting: object, after: int) -> Passage:
        self.reads += 1
        here = self.events[after : self.written]
        await asyncio.sleep(0)
        return here


class Screen:
    """Shows every event it is told of; keeps nothing but its number."""

    def __init__(self, room: Room, after: int = 0) -> None:
        self.room, self.number = room, after
        self.shown: list[int] = []

    def wake(self) -> None:
        pass

    async def look(self) -> None:
        events = await self.room.since(self.number)
        self.shown += [event.number for event in events]
        self.number = max([self.number, *self.shown])


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def an_unruly_morning(seed: int) -> None:
    """Wake-ups are shuffled, lost and doubled; now and then a screen looks."""
    chance, log = random.Random(seed), Log(a_log(120))
    hub = Hub(log.read)
    room = await hub.room(MEETING)
    screens = [Screen(room) for _ in range(3)]
    on_the_way: list[Committed] = []
    while log.written < len(log.events):
        left = len(log.events) - log.written
        on_the_way.append(log.write(min(left, chance.randint(1, 4))))
        chance.shuffle(on_the_way)
        while on_the_way and chance.random() < 0.6:
            arrived = on_the_way.pop()
            if chance.random() < 0.8:
                hub.deliver([arrived] * chance.randint(1, 2))
        await chance.choice(screens).look()
    hub.ring(MEETING, log.written)
    await settled()
    for screen in screens:
        await screen.look()

    expected = list(range(1, len(log.events) + 1))
    assert [screen.shown for screen in screens] == [expected] * 3
    assert room.state == replay(log.events)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_or_doubled_whatever_becomes_of_the_wake_ups(seed: int) -> None:
    asyncio.run(an_unruly_morning(seed))


def test_without_its_check_the_hub_fails_the_same_morning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that we know the test above can fail."""
    monkeypatch.setattr(Room, "_follows", lambda room, passage: room.opened)

    with pytest.raises((AssertionError, ValueError)):
        asyncio.run(an_unruly_morning(1))


def test_what_follows_on_is_taken_without_reading_the_log() -> None:
    async def story() -> None:
        log = Log(a_log(5))
        log.write(4)
        hub = Hub(log.read)
        room = await hub.room(MEETING)

        hub.deliver([log.write()])

        assert (room.head, log.reads) == (5, 1)

    asyncio.run(story())


def test_an_entry_from_the_future_is_a_ring_to_read() -> None:
    async def story() -> None:
        log = Log(a_log(5))
        hub = Hub(log.read)
        room = await hub.room(MEETING)
        log.write()
        log.write()

        hub.deliver([log.write()])
        await settled()

        assert room.head == 3

    asyncio.run(story())


def test_what_commits_while_the_log_is_read_is_not_missed() -> None:
    async def story() -> None:
        log = Log(a_log(20))
        log.write(5)
        hub = Hub(log.read)
        opening = asyncio.create_task(hub.room(MEETING))
        await asyncio.sleep(0)

        hub.deliver([log.write(3)])
        room = await opening
        await settled()

        assert room.head == 8

    asyncio.run(story())


def test_a_ring_for_nothing_does_not_keep_the_hub_reading() -> None:
    async def story() -> None:
        log = Log(a_log(3))
        log.write(2)
        hub = Hub(log.read)
        room = await hub.room(MEETING)

        hub.ring(MEETING, 99)
        await settled()
        hub.deliver([log.write()])

        assert room.head == 3
        assert log.reads == 2

    asyncio.run(story())


def test_who_comes_very_late_is_served_from_the_log() -> None:
    async def story() -> list[int]:
        log = Log(a_log(TAIL + 50))
        log.write(len(log.events))
        hub = Hub(log.read)
        screen = Screen(await hub.room(MEETING))
        await screen.look()
        return screen.shown

    assert asyncio.run(story()) == list(range(1, len(a_log(TAIL + 50)) + 1))


def test_empty_rooms_are_forgotten_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def story() -> None:
        hub = Hub(Log(a_log(1)).read)
        room = await hub.room(MEETING)
        screen = Screen(room)
        room.join(screen)

        room.emptied_at -= 1000
        hub.forget_empty_rooms()
        assert hub.open_meetings() == (MEETING,)

        room.leave(screen)
        room.emptied_at -= 1000
        hub.forget_empty_rooms()
        assert hub.open_meetings() == ()

    asyncio.run(story())


async def a_room_read_with_old_keys(log: Log) -> tuple[Hub, Room]:
    hub = Hub(log.read)
    hub.keys = OLD_KEYS
    return hub, await hub.room(MEETING)


def without_words(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """As the log reads once its keys have been destroyed."""
    return tuple(
        replace(event, words=None) if isinstance(event, NoteWritten) else event
        for event in events
    )


def words_in(room: Room) -> list[str | None]:
    return [note.words for note in room.state.notes.values()]


def test_when_keys_are_destroyed_a_room_and_its_tail_forget_their_words() -> None:
    async def story() -> None:
        log = Log(a_log(5))
        log.write(6)
        hub, room = await a_room_read_with_old_keys(log)
        hub.deliver([replace(log.write(), keys=OLD_KEYS)])
        assert None not in words_in(room)

        log.events = without_words(log.events)
        hub.keys_are(NEW_KEYS)
        await settled()

        assert words_in(room) == [None] * 5
        assert await room.since(0) == log.events
        assert (room.head, room.keys) == (7, NEW_KEYS)

    asyncio.run(story())


def test_a_state_folded_with_destroyed_keys_is_not_taken() -> None:
    async def story() -> None:
        log = Log(a_log(3))
        log.write(4)
        hub, room = await a_room_read_with_old_keys(log)
        late = replace(log.write(), keys=OLD_KEYS)

        log.events = without_words(log.events)
        hub.keys_are(NEW_KEYS)
        hub.deliver([late])
        await settled()

        assert (room.head, words_in(room)) == (5, [None] * 3)

    asyncio.run(story())
